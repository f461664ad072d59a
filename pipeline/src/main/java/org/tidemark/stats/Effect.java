package org.tidemark.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated effect.
 *
 * @param value the estimate, in the unit of the outcome
 * @param se its standard error; empty where there are too few units to tell
 * @param df degrees of freedom of Student's t; empty for the normal distribution
 * @param limits 95 % limits; empty where there is no error
 * @param p two-sided p of no effect; empty where there is no error
 */
public record Effect(
    double value,
    OptionalDouble se,
    OptionalDouble df,
    Optional<Interval> limits,
    OptionalDouble p) {

  /** An estimate without a standard error. */
  public static Effect point(double value) {
    return new Effect(
        value,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  /** An estimate that is normally distributed; a point where the error is 0 or not finite. */
  public static Effect normal(double value, double se) {
    if (!(se > 0) || !Double.isFinite(se)) {
      return point(value);
    }
    double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(value) / se);
    return new Effect(
        value,
        OptionalDouble.of(se),
        OptionalDouble.empty(),
        Optional.of(Interval.normal(value, se)),
        OptionalDouble.of(Math.min(1, p)));
  }

  /** An estimate with Student's t; a point where the error is 0 or there is no freedom left. */
  public static Effect student(double value, double se, double df) {
    if (!(se > 0) || !Double.isFinite(se) || !(df > 0)) {
      return point(value);
    }
    double half = Quantiles.student(df) * se;
    double p = 2 * TDistribution.of(df).survivalProbability(Math.abs(value) / se);
    return Double.isFinite(half)
        ? new Effect(
            value,
            OptionalDouble.of(se),
            OptionalDouble.of(df),
            Optional.of(new Interval(value - half, value + half)),
            OptionalDouble.of(Math.min(1, p)))
        : point(value);
  }

  /** The same estimate with another p and other limits, as a resampling method gives them. */
  public Effect judged(double p, Optional<Interval> others) {
    return new Effect(value, se, df, others, OptionalDouble.of(p));
  }
}
