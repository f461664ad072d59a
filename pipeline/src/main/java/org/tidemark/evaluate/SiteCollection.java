package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tidemark.catalogue.Indicator.Keyed;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.estimate.SiteOutcome;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.ReadyTallies;

/**
 * Collects the figures of one indicator by engaged site and period. A site's own reports stand
 * before a figure that came ready made for the same period.
 */
final class SiteCollection {
  private final IndicatorTerms indicator;
  private final int outcome;
  private final int companion;
  private final TreeMap<String, SitePart> parts = new TreeMap<>();
  private final TreeMap<String, TreeMap<Integer, SiteSum>> reported = new TreeMap<>();
  private final TreeMap<String, TreeMap<Integer, SiteSum>> ready = new TreeMap<>();

  private SiteCollection(IndicatorTerms indicator) {
    this.indicator = indicator;
    this.outcome = SitePanel.outcomeOf(indicator);
    this.companion = indicator.withhold().map(w -> indicator.indexOf(w.statistic())).orElse(-1);
  }

  static SiteCollection of(IndicatorTerms indicator) {
    return new SiteCollection(indicator);
  }

  void add(IndicatorTally tally, SitePart part) {
    parts.put(tally.unit(), part);
    SiteSum sum = sum(tally);
    if (sum.tells()) {
      (tally.level().equals(ReadyTallies.LEVEL) ? ready : reported)
          .computeIfAbsent(tally.unit(), site -> new TreeMap<>())
          .merge(Periods.number(tally.period()), sum, SiteSum::plus);
    }
  }

  /** Sums where they add up; else the site's own figure, which stands alone. */
  private SiteSum sum(IndicatorTally tally) {
    Measure measure = indicator.measures().get(outcome);
    if (SitePanel.addsUp(measure)) {
      return SiteSum.of(tally.of(outcome), tally.of(companion));
    }
    SiteSum known = SiteSum.of(List.of(), tally.of(companion));
    if (tally.level().equals(ReadyTallies.LEVEL) && measure.kind().keyed() != Keyed.NOT) {
      // A numerator and a denominator hold no median, and no curve to read at a horizon.
      return known;
    }
    OptionalDouble value = SiteOutcome.of(measure, tally.of(outcome));
    return value.isPresent() ? known.with(value.getAsDouble()) : known;
  }

  /** The sites that have any figure. */
  SitePanel panel(String span) {
    List<SitePanel.Site> sites = new ArrayList<>();
    for (Map.Entry<String, SitePart> part : parts.entrySet()) {
      TreeMap<Integer, SiteSum> sums =
          new TreeMap<>(ready.getOrDefault(part.getKey(), new TreeMap<>()));
      sums.putAll(reported.getOrDefault(part.getKey(), new TreeMap<>()));
      if (!sums.isEmpty()) {
        sites.add(new SitePanel.Site(part.getKey(), part.getValue(), sums));
      }
    }
    return SitePanel.of(indicator, span, sites);
  }
}
