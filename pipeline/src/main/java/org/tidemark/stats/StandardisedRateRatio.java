package org.tidemark.stats;

/**
 * One age-standardised rate over another, both by the same standard and of populations that share
 * nobody, with limits on the logarithmic scale: {@code ratio exp(-/+ z sqrt((se1/r1)^2 +
 * (se2/r2)^2))}. Boyle P, Parkin DM, in Cancer Registration: Principles and Methods, IARC
 * Scientific Publications 95, Lyon 1991, chapter 11; Rothman KJ, Greenland S, Lash TL. Modern
 * Epidemiology, 3rd ed., 2008, chapter 15.
 *
 * <p>Rates 30 (error 3) and 20 (error 2) are in the ratio 1.5, from 1.14 to 1.98.
 *
 * @param ratio first over second
 * @param limits of the ratio
 * @param p two-sided, of a ratio of 1
 */
public record StandardisedRateRatio(double ratio, Interval limits, double p) {
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
    return Interval.logNormal(ratio, error)
        .map(limits -> new StandardisedRateRatio(ratio, limits, p));
  }
}
