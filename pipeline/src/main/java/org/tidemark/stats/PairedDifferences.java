package org.tidemark.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Change of each site between two periods: Student's t on the differences, and the exact sign test
 * as one that assumes no distribution. Student. Biometrika 1908;6:1-25. doi:10.1093/biomet/6.1.1.
 * Dixon WJ, Mood AM. The statistical sign test. J Am Stat Assoc 1946;41:557-566.
 * doi:10.1080/01621459.1946.10501898
 *
 * @param mean mean difference with Student's limits
 * @param studentP two-sided p of the t test; insufficient when all differences are the same
 * @param rises number of differences above 0
 * @param falls number of differences below 0
 * @param ranks Wilcoxon's signed ranks; insufficient when all differences are 0
 * @param signP exact two-sided p of the sign test; differences of 0 take no part
 */
public record PairedDifferences(
    Mean mean,
    Answer<Double> studentP,
    int rises,
    int falls,
    Answer<SignedRanks> ranks,
    double signP) {
  /** Fewest pairs from which a difference is estimated. */
  public static final int LEAST_PAIRS = 5;

  /**
   * The differences after less before; insufficient below {@link #LEAST_PAIRS}.
   *
   * @param before one value a site
   * @param after the value of the same site later
   */
  public static Answer<PairedDifferences> of(double[] before, double[] after) {
    Require.that(before.length == after.length, "paired values must be of the same sites");
    if (before.length < LEAST_PAIRS) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    double[] differences = new double[before.length];
    Arrays.setAll(differences, i -> after[i] - before[i]);
    int rises = (int) Arrays.stream(differences).filter(d -> d > 0).count();
    int falls = (int) Arrays.stream(differences).filter(d -> d < 0).count();
    return Mean.of(differences)
        .map(
            mean ->
                new PairedDifferences(
                    mean,
                    studentP(mean),
                    rises,
                    falls,
                    SignedRanks.of(differences),
                    signP(rises, falls)));
  }

  private static Answer<Double> studentP(Mean mean) {
    if (mean.error() == 0) {
      return Answer.insufficient(Shortfall.NO_VARIATION);
    }
    double t = Math.abs(mean.mean()) / mean.error();
    return Answer.given(2 * TDistribution.of(mean.count() - 1.0).survivalProbability(t));
  }

  private static double signP(int rises, int falls) {
    if (rises == falls) {
      return 1;
    }
    return Math.min(
        1,
        2
            * BinomialDistribution.of(rises + falls, 0.5)
                .cumulativeProbability(Math.min(rises, falls)));
  }
}
