package org.tidemark.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.RatioAnalysis;
import org.tidemark.stats.AgeRange;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.Answer;
import org.tidemark.stats.DirectlyStandardisedRate;
import org.tidemark.stats.Interval;
import org.tidemark.stats.RateRatio;
import org.tidemark.stats.StandardisedIncidenceRatio;
import org.tidemark.stats.StandardisedRateRatio;

/**
 * The rows of one pair of rates. Both are pooled to the lower of their open last age groups, so
 * that each age is compared with the same ages.
 */
final class RatioFigures {
  private final RatioAnalysis analysis;
  private final Map<String, double[]> standards;
  private final AgeRange ages;
  private final boolean spread;

  RatioFigures(RatioAnalysis analysis, Map<String, double[]> standards, AgeRange ages) {
    this.analysis = analysis;
    this.standards = standards;
    this.ages = ages;
    this.spread = analysis.series().correction().equals("unknown-age");
  }

  /** One stratum against another. */
  void between(Figure base, IncidenceStratum own, IncidenceStratum other, List<Row> rows) {
    String why = own.hindrance().isEmpty() ? hindrance(other) : own.hindrance();
    if (!why.isEmpty()) {
      without(base.with("cases_against", events(other)), own, why, rows);
      return;
    }
    int open = Math.min(own.open(), other.open());
    IncidenceStratum one = own.upTo(open);
    IncidenceStratum two = other.upTo(open);
    Figure told =
        base.with("cases", events(one))
            .with("person_years", years(one.counts(spread)))
            .with("cases_against", events(two));
    String remark = own.remark().isEmpty() ? other.remark() : own.remark();
    for (String measure : analysis.measures()) {
      Figure figure = told.with("measure", measure);
      switch (measure) {
        case "rate_ratio" -> crude(figure, one, two, remark, rows);
        case "srr" -> standardised(figure, one.counts(spread), two.counts(spread), remark, rows);
        default -> sir(figure, one, two, remark, rows);
      }
    }
  }

  private static String hindrance(IncidenceStratum other) {
    return other.hindrance().isEmpty() ? "" : "compared with: " + other.hindrance();
  }

  /** A stratum that has nothing to be compared with: a row a measure, and why. */
  void without(Figure base, IncidenceStratum own, String why, List<Row> rows) {
    for (String measure : analysis.measures()) {
      rows.add(base.with("cases", events(own)).with("measure", measure).insufficient(why).row());
    }
  }

  /** One stratum against the rates of a reference population. */
  void byReference(
      Figure base, IncidenceStratum own, Optional<ReferenceRates> reference, List<Row> rows) {
    if (!own.hindrance().isEmpty() || reference.isEmpty()) {
      String why =
          own.hindrance().isEmpty()
              ? "the reference has no rates of this cancer and sex"
              : own.hindrance();
      without(base, own, why, rows);
      return;
    }
    AgeSpecificCounts counts = own.counts(spread);
    ReferenceRates.Expected expected = reference.get().over(counts, ages.last());
    if (!expected.hindrance().isEmpty()) {
      without(base, own, expected.hindrance(), rows);
      return;
    }
    Figure told =
        base.with("measure", "sir").with("cases", events(own)).with("person_years", years(counts));
    sir(told, events(own), expected.personYears(), expected.rates(), own.remark(), rows);
  }

  private void crude(
      Figure base, IncidenceStratum one, IncidenceStratum two, String remark, List<Row> rows) {
    Answer<RateRatio> ratio =
        RateRatio.of(
            events(one), years(one.counts(spread)), events(two), years(two.counts(spread)));
    rows.add(
        base.with("interval", "exact")
            .answer(ratio.map(RateRatio::ratio), ratio.map(RateRatio::exact))
            .remark(remark)
            .row());
  }

  private void standardised(
      Figure base, AgeSpecificCounts one, AgeSpecificCounts two, String remark, List<Row> rows) {
    standards.forEach(
        (name, weights) -> {
          Answer<StandardisedRateRatio> ratio =
              DirectlyStandardisedRate.of(one, weights, ages)
                  .then(
                      a -> DirectlyStandardisedRate.of(two, weights, ages).then(b -> ratio(a, b)));
          for (String interval : analysis.intervals()) {
            boolean smith = interval.equals("smith");
            if (smith || interval.equals("log-normal")) {
              Figure figure =
                  base.with("standard", name)
                      .with("interval", interval)
                      .answer(
                          ratio.map(StandardisedRateRatio::ratio),
                          ratio.map(r -> smith ? r.smith() : r.limits()));
              rows.add(
                  ratio
                      .map(r -> figure.with("p", r.p()))
                      .figure()
                      .orElse(figure)
                      .remark(remark)
                      .row());
            }
          }
        });
  }

  private static Answer<StandardisedRateRatio> ratio(
      DirectlyStandardisedRate one, DirectlyStandardisedRate two) {
    return StandardisedRateRatio.of(one.asr(), one.poissonError(), two.asr(), two.poissonError());
  }

  /** Observed over expected at the age-specific rates of the other; unknown ages spread alike. */
  private void sir(
      Figure base, IncidenceStratum one, IncidenceStratum two, String remark, List<Row> rows) {
    AgeSpecificCounts own = one.counts(spread);
    AgeSpecificCounts other = two.counts(spread);
    Answer<Double> factor = other.unknownAgeCorrection();
    int until = Math.min(ages.last(), own.openGroup());
    double[] years = new double[until + 1];
    double[] rates = new double[until + 1];
    for (int g = 0; g <= until; g++) {
      years[g] = own.personYears(g);
      if (years[g] > 0 && other.personYears(g) == 0) {
        rows.add(
            base.insufficient("compared with: no person-years of age " + g * 5)
                .remark(remark)
                .row());
        return;
      }
      double rate = years[g] > 0 ? other.pooledCases(g) / other.personYears(g) : 0;
      rates[g] = rate * factor.figure().orElse(1.0);
    }
    sir(base, events(one), years, rates, remark, rows);
  }

  private void sir(
      Figure base, long observed, double[] years, double[] rates, String remark, List<Row> rows) {
    double expected = StandardisedIncidenceRatio.expected(years, rates);
    Answer<StandardisedIncidenceRatio> sir = StandardisedIncidenceRatio.of(observed, expected);
    for (String interval : analysis.intervals()) {
      Answer<Interval> limits =
          switch (interval) {
            case "exact" -> sir.map(StandardisedIncidenceRatio::exact);
            case "byar" -> sir.map(StandardisedIncidenceRatio::byar);
            case "likelihood" -> sir.map(StandardisedIncidenceRatio::likelihood);
            default -> null;
          };
      if (limits != null) {
        rows.add(
            base.with("interval", interval)
                .with("expected", expected)
                .answer(sir.map(StandardisedIncidenceRatio::ratio), limits)
                .remark(remark)
                .row());
      }
    }
  }

  private long events(IncidenceStratum stratum) {
    return spread ? stratum.allCases() : stratum.knownAge();
  }

  private double years(AgeSpecificCounts counts) {
    return ages.equals(AgeRange.ALL) ? counts.personYears() : counts.personYears(ages);
  }
}
