package org.tidemark.jobs.generate;

/**
 * Mortality of the invented population: Gompertz's law by sex, falling by a fixed share a year. The
 * life table and the simulated deaths of other causes both follow it.
 */
final class Mortality {
  /** Days of a year, as in the life tables. */
  static final double YEAR = 365.241;

  private static final double[] LEVEL = {4.0e-5, 1.6e-5};
  private static final double[] SLOPE = {0.092, 0.098};
  private static final double DECLINE = 0.012;
  private static final double FROM = 2010;

  private Mortality() {}

  /**
   * Hazard a year.
   *
   * @param sex 1 male, 2 female
   * @param age in years
   * @param date calendar date in years
   */
  static double hazard(int sex, double age, double date) {
    return LEVEL[sex - 1] * StrictMath.exp(SLOPE[sex - 1] * age - DECLINE * (date - FROM));
  }

  /**
   * Years to death from a position in age and time, where the cumulative hazard reaches a value.
   *
   * @param hazard hazard a year at the position
   * @param cumulative an exponential draw with mean 1
   */
  static double years(int sex, double hazard, double cumulative) {
    double slope = SLOPE[sex - 1] - DECLINE;
    return StrictMath.log(1 + slope * cumulative / hazard) / slope;
  }
}
