package org.tidemark.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.tally.IndicatorTally;

/** What treated sites counted by group, before their start and from it on. */
final class GroupSums {
  /** Numbers by their value, before other names. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !isNumber(name))
          .thenComparing(name -> isNumber(name) ? Integer.parseInt(name) : 0)
          .thenComparing(Comparator.naturalOrder());

  private final int outcome;
  private final TreeMap<String, TreeMap<String, SiteSum>> before = new TreeMap<>();
  private final TreeMap<String, TreeMap<String, SiteSum>> after = new TreeMap<>();

  private GroupSums(int outcome) {
    this.outcome = outcome;
  }

  static GroupSums of(IndicatorTerms indicator) {
    return new GroupSums(SitePanel.outcomeOf(indicator));
  }

  /** A tally of one group, {@code name=value}, of a treated site. */
  void add(IndicatorTally tally, SitePart part) {
    int cut = tally.stratum().indexOf('=');
    if (cut < 0 || !part.treated()) {
      return;
    }
    SiteSum sum = SiteSum.of(tally.of(outcome), List.of());
    (tally.period().compareTo(part.start()) < 0 ? before : after)
        .computeIfAbsent(tally.stratum().substring(0, cut), name -> new TreeMap<>())
        .merge(tally.stratum().substring(cut + 1), sum, SiteSum::plus);
  }

  /** The groups of a disaggregation, in the order of their names, those unknown left out. */
  Map<String, SiteSum> of(String name, boolean fromStart) {
    TreeMap<String, SiteSum> groups = new TreeMap<>(ORDER);
    groups.putAll((fromStart ? after : before).getOrDefault(name, new TreeMap<>()));
    groups.remove("unknown");
    groups.values().removeIf(sum -> !sum.tells());
    return groups;
  }

  private static boolean isNumber(String name) {
    return name.matches("[0-9]{1,9}");
  }
}
