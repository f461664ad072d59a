package org.tidemark.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's test that differences lie evenly about 0: the sum of the ranks, by size, of those
 * above it. Differences of 0 take no part, ties have their mean rank. Up to 25 differences p is
 * exact: every combination of signs is counted; above it is the normal approximation with the
 * variance {@code sum rank^2 / 4}. Wilcoxon F. Biometrics Bulletin 1945;1:80-83.
 * doi:10.2307/3001968
 *
 * <p>Worked example: 1, 2, 3, 4, -5: the ranks above 0 are 1 to 4, their sum 10 of 15. Sums of 10
 * or more, or 5 or less, come of 20 of the 32 combinations: p = 0.625.
 *
 * @param count differences that are not 0
 * @param sum of the ranks above 0
 * @param p two-sided
 */
public record SignedRanks(int count, double sum, double p) {
  private static final int EXACT = 25;

  /** The test; insufficient where all differences are 0. */
  public static Answer<SignedRanks> of(double[] differences) {
    double[] d = Require.finite(differences, "differences");
    double[] kept = Arrays.stream(d).filter(x -> x != 0).toArray();
    if (kept.length == 0) {
      return Answer.insufficient(Shortfall.NO_VARIATION);
    }
    // Mean ranks are halves: doubled they are whole, and sums can be counted.
    int[] doubled = doubledRanks(kept);
    int above = 0;
    for (int i = 0; i < kept.length; i++) {
      above += kept[i] > 0 ? doubled[i] : 0;
    }
    double p = kept.length <= EXACT ? exact(doubled, above) : approximate(doubled, above);
    return Answer.given(new SignedRanks(kept.length, above / 2.0, p));
  }

  private static int[] doubledRanks(double[] d) {
    int[] ranks = new int[d.length];
    for (int i = 0; i < d.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : d) {
        below += Math.abs(other) < Math.abs(d[i]) ? 1 : 0;
        equal += Math.abs(other) == Math.abs(d[i]) ? 1 : 0;
      }
      ranks[i] = 2 * below + equal + 1;
    }
    return ranks;
  }

  /** In how many of all combinations of signs the sum is at least as far from its middle. */
  private static double exact(int[] ranks, int above) {
    int total = Arrays.stream(ranks).sum();
    double[] ways = new double[total + 1];
    ways[0] = 1;
    for (int rank : ranks) {
      for (int sum = total; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    double far = 0;
    for (int sum = 0; sum <= total; sum++) {
      far += Math.abs(2 * sum - total) >= Math.abs(2 * above - total) ? ways[sum] : 0;
    }
    return far / Math.pow(2, ranks.length);
  }

  private static double approximate(int[] ranks, int above) {
    double squares = Arrays.stream(ranks).mapToDouble(r -> r / 2.0 * (r / 2.0)).sum();
    double middle = Arrays.stream(ranks).sum() / 4.0;
    double z = Math.abs(above / 2.0 - middle) / Math.sqrt(squares / 4);
    return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
  }
}
