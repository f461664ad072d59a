package org.tidemark.estimate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Interval;
import org.tidemark.tally.IndicatorTally.Cell;

/**
 * One statistic of a measure, or why it cannot be told.
 *
 * @param statistic as published
 * @param numerator what is over the line
 * @param denominator what is under it; null where nothing is
 * @param value in the published unit
 * @param lower lower 95 % limit
 * @param upper upper 95 % limit
 * @param method of the limits; null where there are none
 * @param sampled whether chance is to be reckoned with when it is judged
 * @param judgedOver the number of observations it rests on
 * @param shortfall why there is no value
 * @param note what a reader must know besides; may be empty
 */
record IndicatorValue(
    String statistic,
    Double numerator,
    Double denominator,
    double value,
    Optional<Double> lower,
    Optional<Double> upper,
    String method,
    boolean sampled,
    double judgedOver,
    Optional<String> shortfall,
    String note) {

  /** All statistics of a measure; one, but for a retention, which has its bounds besides. */
  static List<IndicatorValue> all(Measure measure, List<Cell> cells) {
    return switch (measure.kind()) {
      case SHARE -> List.of(IndicatorSums.of(measure, cells).share());
      case RATE -> List.of(IndicatorSums.of(measure, cells).rate());
      case RATIO -> List.of(IndicatorSums.of(measure, cells).ratio());
      case COUNT -> List.of(IndicatorSums.of(measure, cells).count());
      case MEAN -> List.of(IndicatorSums.of(measure, cells).mean());
      case DISTINCT -> List.of(IndicatorKeys.of(measure, cells).distinct());
      case DISTINCT_SHARE -> List.of(IndicatorKeys.of(measure, cells).share());
      case SLOPE_INEQUALITY, CONCENTRATION, ERREYGERS ->
          List.of(IndicatorKeys.of(measure, cells).inequality());
      case DURATION -> List.of(IndicatorLengths.of(measure, cells).quantile());
      case RETENTION -> IndicatorLengths.of(measure, cells).retention();
      case ATTAINMENT -> IndicatorLengths.of(measure, cells).attainment();
      case SURVIVAL -> List.of(IndicatorLengths.of(measure, cells).survival());
    };
  }

  /** A statistic over the line and under it, without a value yet. */
  static IndicatorValue counted(String statistic, double numerator, Double denominator) {
    return new IndicatorValue(
        statistic,
        numerator,
        denominator,
        0,
        Optional.empty(),
        Optional.empty(),
        null,
        false,
        denominator == null ? 0 : denominator,
        Optional.empty(),
        "");
  }

  /** The same, resting on a number of observations that is not its denominator. */
  IndicatorValue over(double observations) {
    return new IndicatorValue(
        statistic,
        numerator,
        denominator,
        value,
        lower,
        upper,
        method,
        sampled,
        observations,
        shortfall,
        note);
  }

  /** The same without a value, and why. */
  IndicatorValue missing(String why) {
    return new IndicatorValue(
        statistic,
        numerator,
        denominator,
        0,
        Optional.empty(),
        Optional.empty(),
        null,
        sampled,
        judgedOver,
        Optional.of(why),
        note);
  }

  /** The same with a value that is no estimate: everything was counted. */
  IndicatorValue exactly(double known, String remark) {
    return new IndicatorValue(
        statistic,
        numerator,
        denominator,
        known,
        Optional.empty(),
        Optional.empty(),
        null,
        false,
        judgedOver,
        Optional.empty(),
        remark);
  }

  /** The same with an estimate and its limits, in the published unit. */
  IndicatorValue estimated(double estimate, Answer<Interval> limits, String by) {
    return estimated(
        estimate,
        limits.figure().map(Interval::lower),
        limits.figure().map(Interval::upper),
        by,
        limits.shortfall().map(s -> "no limits: " + s.sentence()).orElse(""));
  }

  /** The same with an estimate of which either limit may be unknown. */
  IndicatorValue estimated(
      double estimate, Optional<Double> low, Optional<Double> high, String by, String remark) {
    boolean limited = low.isPresent() || high.isPresent();
    return new IndicatorValue(
        statistic,
        numerator,
        denominator,
        estimate,
        low,
        high,
        limited ? by : null,
        true,
        judgedOver,
        Optional.empty(),
        remark);
  }

  /** The exact whole number in a sum, or empty where it has a fraction. */
  static Optional<Long> whole(BigDecimal sum) {
    BigDecimal plain = sum.stripTrailingZeros();
    return plain.scale() <= 0 ? Optional.of(plain.longValueExact()) : Optional.empty();
  }
}
