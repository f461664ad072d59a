package org.tidemark.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Whether two counts differ by more than chance: under one mean of both, their difference has the
 * distribution of Skellam, and p is the probability of a difference at least as large either way.
 * Skellam JG. The frequency distribution of the difference between two Poisson variates belonging
 * to different populations. J R Stat Soc 1946;109:296. doi:10.2307/2981372
 *
 * <p>Two publications of one registry share most of their cases, so that they differ by less than
 * this test allows for: a small p is a jump, a large one is no proof that nothing changed.
 *
 * <p>Counts 20 and 35 have p = 0.055.
 *
 * @param difference the later less the earlier
 * @param p two-sided
 */
public record CountChange(long difference, double p) {
  private static final double LARGE = 20_000;
  private static final double SPREAD = 12;

  /** Compares two counts, neither negative. */
  public static CountChange of(long before, long after) {
    Require.notNegative(before, "the earlier count");
    Require.notNegative(after, "the later count");
    long difference = after - before;
    double mean = (before + after) / 2.0;
    double p = difference == 0 ? 1 : 2 * tail(Math.abs(difference), mean);
    return new CountChange(difference, Math.min(1, p));
  }

  /** The probability of a difference at least as large, of two counts with the same mean. */
  private static double tail(long difference, double mean) {
    if (mean > LARGE) {
      double half = difference - 0.5;
      return NormalDistribution.of(0, Math.sqrt(2 * mean)).survivalProbability(half);
    }
    PoissonDistribution counts = PoissonDistribution.of(mean);
    int from = (int) Math.max(0, mean - SPREAD * Math.sqrt(mean) - SPREAD);
    int to = (int) (mean + SPREAD * Math.sqrt(mean) + 2 * SPREAD);
    double sum = 0;
    for (int k = from; k <= to; k++) {
      // The other count is at least as many more.
      sum += counts.probability(k) * counts.survivalProbability((int) (k + difference - 1));
    }
    return sum;
  }
}
