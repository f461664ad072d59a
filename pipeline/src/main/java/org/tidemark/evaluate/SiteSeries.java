package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.tally.IndicatorTally;

/**
 * One indicator by site and period, with each site's part in the programme. Periods are compared as
 * text: those of one span sort as they follow each other.
 */
final class SiteSeries {
  private final int outcome;
  private final int companion;
  private final List<SitePeriod> periods = new ArrayList<>();

  private SiteSeries(int outcome, int companion) {
    this.outcome = outcome;
    this.companion = companion;
  }

  /**
   * One site and period.
   *
   * @param tally what was counted
   * @param start the period in which treatment of the site started; empty where it did not
   * @param comparison whether the site serves for comparison
   */
  record SitePeriod(IndicatorTally tally, String start, boolean comparison) {
    boolean treated() {
      return !start.isEmpty() && !comparison;
    }
  }

  /** An empty series of the measure that the target judges, else of the first. */
  static SiteSeries of(IndicatorTerms indicator) {
    int outcome = indicator.target().map(t -> indicator.indexOf(t.statistic())).orElse(0);
    int companion = indicator.withhold().map(w -> indicator.indexOf(w.statistic())).orElse(-1);
    return new SiteSeries(Math.max(0, outcome), companion);
  }

  /** The measure whose change is asked for. */
  int outcome() {
    return outcome;
  }

  /** Adds a site and period. */
  void add(SitePeriod period) {
    periods.add(period);
  }

  /** Treated sites, each split at its own start. */
  List<SiteChange> treated() {
    TreeMap<String, SiteChange> changes = new TreeMap<>();
    periods.stream().filter(SitePeriod::treated).forEach(p -> add(changes, p, p.start()));
    return List.copyOf(changes.values());
  }

  /** Comparison sites, all split at one period. */
  List<SiteChange> comparison(String split) {
    TreeMap<String, SiteChange> changes = new TreeMap<>();
    periods.stream().filter(SitePeriod::comparison).forEach(p -> add(changes, p, split));
    return List.copyOf(changes.values());
  }

  /** The median start of treated sites, the earlier of two in the middle. */
  Optional<String> medianStart() {
    Map<String, String> starts = new TreeMap<>();
    periods.stream()
        .filter(SitePeriod::treated)
        .forEach(p -> starts.put(p.tally().unit(), p.start()));
    List<String> inOrder = starts.values().stream().sorted().toList();
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get((inOrder.size() - 1) / 2));
  }

  private void add(Map<String, SiteChange> changes, SitePeriod period, String split) {
    IndicatorTally tally = period.tally();
    SiteSide one = SiteSide.NONE.plus(tally.months(), tally.of(outcome), tally.of(companion));
    boolean before = tally.period().compareTo(split) < 0;
    SiteChange change =
        new SiteChange(tally.unit(), before ? one : SiteSide.NONE, before ? SiteSide.NONE : one);
    changes.merge(
        tally.unit(),
        change,
        (a, b) -> new SiteChange(a.site(), a.before().plus(b.before()), a.after().plus(b.after())));
  }
}
