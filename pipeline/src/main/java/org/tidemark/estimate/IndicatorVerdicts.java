package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Target;
import org.tidemark.catalogue.Indicator.Withhold;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.ReportCount;

/**
 * All published figures of one indicator in one unit, period and stratum: what the reports allow,
 * what the companion share allows, and how each stands to its target.
 */
final class IndicatorVerdicts {
  private static final double LEAST_JUDGED = 10;

  private final IndicatorTerms indicator;
  private final IndicatorTally tally;
  private final IndicatorCover cover;

  private IndicatorVerdicts(IndicatorTerms indicator, IndicatorTally tally) {
    this.indicator = indicator;
    this.tally = tally;
    this.cover = IndicatorCover.of(tally.reports());
  }

  static IndicatorVerdicts of(IndicatorTerms indicator, IndicatorTally tally) {
    return new IndicatorVerdicts(indicator, tally);
  }

  /** One row a statistic, in the order of declaration. */
  List<Figure> figures(Figure base) {
    Figure reported =
        tally
            .reports()
            .map(r -> base.with("sites_reporting", r.sitesIn()).with("sites_expected", expected(r)))
            .orElse(base);
    Optional<String> withheld = withheld();
    List<Figure> figures = new ArrayList<>();
    for (int m = 0; m < indicator.measures().size(); m++) {
      Measure measure = indicator.measures().get(m);
      for (IndicatorValue value : IndicatorValue.all(measure, tally.of(m))) {
        figures.add(figure(reported.with("statistic", value.statistic()), value, withheld));
      }
    }
    return figures;
  }

  private static Long expected(ReportCount reports) {
    return reports.sitesExpected();
  }

  private Figure figure(Figure named, IndicatorValue value, Optional<String> withheld) {
    Optional<Target> target =
        indicator.target().filter(t -> t.statistic().equals(value.statistic()));
    Figure aimed = target.map(t -> named.with("target", t.value())).orElse(named);
    if (!indicator.untold().isEmpty()) {
      return aimed.status(indicator.untold().get(0).status(), indicator.untold().get(0).note());
    }
    if (!cover.tells()) {
      return aimed.status(cover.status(), cover.note().isEmpty() ? null : cover.note());
    }
    Figure counted =
        aimed.with("numerator", value.numerator()).with("denominator", value.denominator());
    if (value.shortfall().isPresent()) {
      return counted.insufficient(joined(value.shortfall().get()));
    }
    if (withheld.isPresent() && !isCompanion(value)) {
      return aimed.insufficient(joined(withheld.get()));
    }
    Figure told =
        counted
            .with("value", value.value())
            .with("method", value.method())
            .with("status", cover.status().name())
            .with("note", joined(value.note()));
    Figure limited = limited(told, value);
    return target
        .flatMap(t -> verdict(t, value))
        .map(v -> limited.with("verdict", v))
        .orElse(limited);
  }

  private static Figure limited(Figure told, IndicatorValue value) {
    Figure low = value.lower().isPresent() ? told.with("lower", value.lower().get()) : told;
    return value.upper().isPresent() ? low.with("upper", value.upper().get()) : low;
  }

  private boolean isCompanion(IndicatorValue value) {
    return indicator.withhold().map(w -> w.statistic().equals(value.statistic())).orElse(false);
  }

  /** Why the other figures are withheld, if the companion share is too low or unknown. */
  private Optional<String> withheld() {
    return indicator.withhold().flatMap(this::withheld);
  }

  private Optional<String> withheld(Withhold rule) {
    for (int m = 0; m < indicator.measures().size(); m++) {
      Measure measure = indicator.measures().get(m);
      if (measure.statistic().equals(rule.statistic())) {
        IndicatorValue companion = IndicatorValue.all(measure, tally.of(m)).get(0);
        boolean enough = companion.shortfall().isEmpty() && companion.value() >= rule.below();
        return enough
            ? Optional.empty()
            : Optional.of(rule.statistic() + " is below " + Math.round(rule.below()));
      }
    }
    return Optional.empty();
  }

  /** How the figure stands to its target, told only where both limits are on one side of it. */
  private Optional<String> verdict(Target target, IndicatorValue value) {
    if (indicator.direction() == Direction.BAND && value.judgedOver() >= LEAST_JUDGED) {
      return Optional.of(inBand(target, value));
    }
    boolean up = indicator.direction() == Direction.UP;
    boolean directed = up || indicator.direction() == Direction.DOWN;
    if (!directed || value.judgedOver() < LEAST_JUDGED) {
      return Optional.empty();
    }
    if (!value.sampled()) {
      boolean met = up ? value.value() >= target.value() : value.value() <= target.value();
      return Optional.of(met ? "met" : "missed");
    }
    double low = value.lower().orElse(Double.NEGATIVE_INFINITY);
    double high = value.upper().orElse(Double.POSITIVE_INFINITY);
    boolean above = low > target.value();
    boolean below = high < target.value();
    if (!above && !below) {
      return Optional.of("unclear");
    }
    return Optional.of(above == up ? "met" : "missed");
  }

  /** Of a band: inside with both limits, outside with both on one side, or unclear. */
  private static String inBand(Target target, IndicatorValue value) {
    double low = value.sampled() ? value.lower().orElse(Double.NEGATIVE_INFINITY) : value.value();
    double high = value.sampled() ? value.upper().orElse(Double.POSITIVE_INFINITY) : value.value();
    if (low >= target.value() && high <= target.upTo()) {
      return "met";
    }
    return high < target.value() || low > target.upTo() ? "missed" : "unclear";
  }

  private String joined(String note) {
    if (cover.note().isEmpty()) {
      return note.isEmpty() ? null : note;
    }
    return note.isEmpty() ? cover.note() : note + "; " + cover.note();
  }
}
