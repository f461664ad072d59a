package org.tidemark.stats;

/**
 * Limits of the mean of a Poisson count.
 *
 * <p>Exact: the means at which the observed count is the 2.5 % and the 97.5 % point, that is gamma
 * quantiles of shapes d and d + 1. Garwood F. Fiducial limits for the Poisson distribution.
 * Biometrika 1936;28:437-442. doi:10.1093/biomet/28.3-4.437
 *
 * <p>Byar: the cube-root approximation of the same limits. Breslow NE, Day NE. Statistical Methods
 * in Cancer Research II. IARC Scientific Publications 82, Lyon 1987, p. 69.
 */
public final class PoissonInterval {
  private PoissonInterval() {}

  /**
   * Exact limits, in events.
   *
   * @param events the count, not negative
   */
  public static Interval exact(long events) {
    Require.notNegative(events, "count of events");
    return new Interval(
        Quantiles.gamma((double) events, Confidence.TAIL),
        Quantiles.gamma(events + 1.0, 1 - Confidence.TAIL));
  }

  /**
   * Byar's limits, in events; the lower limit of no event is 0.
   *
   * @param events the count, not negative
   */
  public static Interval byar(long events) {
    Require.notNegative(events, "count of events");
    double lower = events == 0 ? 0 : Math.max(0, byar((double) events, -Confidence.Z));
    return new Interval(lower, byar(events + 1.0, Confidence.Z));
  }

  private static double byar(double events, double z) {
    double root = 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events));
    return events * root * root * root;
  }
}
