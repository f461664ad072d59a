package org.tidemark.stats;

/**
 * One age-standardised rate over another, both by the same standard and of populations that share
 * nobody. Limits on the logarithmic scale: {@code ratio exp(-/+ z sqrt((se1/r1)^2 + (se2/r2)^2))},
 * Rothman KJ, Greenland S, Lash TL. Modern Epidemiology, 3rd ed., 2008, chapter 15. Smith's, of
 * Boyle P, Parkin DM, in Cancer Registration: Principles and Methods, IARC Scientific Publications
 * 95, Lyon 1991, chapter 11 (ISBN 92-832-1195-2): {@code ratio^(1 -/+ z/X)} with {@code X = (r1 -
 * r2)/sqrt(se1^2 + se2^2)}. Since {@code log(r1/r2)/(r1 - r2)} is one over the logarithmic mean of
 * the rates, the second is computed as {@code ratio exp(-/+ z sqrt(se1^2 + se2^2)/mean)}, which
 * also holds for equal rates. Smith PG. Comparison between registries: age-standardized rates. In:
 * Cancer Incidence in Five Continents V, IARC Scientific Publications 88, Lyon 1987, 790-795.
 *
 * <p>Rates 30 (error 3) and 20 (error 2) are in the ratio 1.5, from 1.14 to 1.98; by Smith's limits
 * from 1.13 to 2.00.
 *
 * @param ratio first over second
 * @param limits of the ratio, log-normal
 * @param smith Smith's limits of the ratio
 * @param p two-sided, of a ratio of 1
 */
public record StandardisedRateRatio(double ratio, Interval limits, Interval smith, double p) {
  /** So near to each other two rates have their plain mean for a logarithmic one. */
  private static final double NEAR = 1e-6;

  /**
   * The ratio; insufficient where one of the rates is 0.
   *
   * @param first rate, not negative
   * @param firstError its standard error
   * @param second rate in the same unit
   * @param secondError its standard error
   */
  public static Answer<StandardisedRateRatio> of(
      double first, double firstError, double second, double secondError) {
    Require.notNegative(first, "the first rate");
    Require.notNegative(firstError, "the error of the first rate");
    Require.notNegative(second, "the second rate");
    Require.notNegative(secondError, "the error of the second rate");
    if (first == 0 || second == 0) {
      return Answer.insufficient(Shortfall.NO_CASES);
    }
    double error = Math.hypot(firstError / first, secondError / second);
    double ratio = first / second;
    double p = Tails.normal(Math.log(ratio), error);
    double smith = Math.hypot(firstError, secondError) / logarithmicMean(first, second);
    return Interval.logNormal(ratio, error)
        .then(
            limits ->
                Interval.logNormal(ratio, smith)
                    .map(wide -> new StandardisedRateRatio(ratio, limits, wide, p)));
  }

  private static double logarithmicMean(double first, double second) {
    double log = Math.log(first / second);
    return Math.abs(log) < NEAR ? (first + second) / 2 : (first - second) / log;
  }
}
