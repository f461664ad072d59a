package org.tidemark.stats;

/**
 * Relative survival by the method of Hakulinen: the observed survival over an expected one of whom
 * each case is part for as long as its follow-up could have lasted, so that those who are diagnosed
 * late, and could not be followed long, do not weigh on late years. Hakulinen T. Cancer survival
 * corrected for heterogeneity in patient withdrawal. Biometrics 1982;38:933-942.
 * doi:10.2307/2529873
 *
 * <p>The expected survival is {@code exp(-sum over times of [sum of Lambda S] / [sum of S])} of
 * those whose potential follow-up reaches the time. Standard errors as {@link EdererOne}.
 */
public final class Hakulinen {
  private Hakulinen() {}

  /**
   * The curve of one stratum.
   *
   * @param tally its follow-up
   * @param expected the expected survival of the same cases with their potential follow-up
   */
  public static SurvivalCurve estimate(SurvivalTally tally, ExpectedTally expected) {
    double[] times = new double[expected.length()];
    double[] survival = new double[expected.length()];
    double cumulative = 0;
    for (int i = 0; i < times.length; i++) {
      double reached = expected.sum(i, ExpectedTally.REACHED);
      cumulative += reached > 0 ? expected.sum(i, ExpectedTally.HAZARD) / reached : 0;
      times[i] = expected.time(i);
      survival[i] = Math.exp(-cumulative);
    }
    return EdererOne.over(tally, day -> last(times, survival, day));
  }

  private static double last(double[] times, double[] survival, int day) {
    int found = java.util.Arrays.binarySearch(times, day);
    int at = found >= 0 ? found : -found - 2;
    return at < 0 ? 1 : survival[at];
  }
}
