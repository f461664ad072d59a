package org.tidemark.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tidemark.stats.linear.LeastSquares;

/**
 * The number of joinpoints by permutation tests, from both ends: of {@code low} against {@code
 * high} joinpoints, the statistic is the ratio of their residual sums of squares, and its
 * distribution is that under permuted residuals of the smaller model. Where the smaller one is
 * rejected {@code low} rises, else {@code high} falls, until they meet. Each test is at 5 % over
 * the most joinpoints, so that too many are found in at most 5 % of series. Kim HJ, Fay MP, Feuer
 * EJ, Midthune DN. Stat Med 2000;19:335-351.
 * doi:10.1002/(SICI)1097-0258(20000215)19:3&lt;335::AID-SIM336&gt;3.0.CO;2-Z
 *
 * @param count the number of joinpoints
 * @param p of the last test, in which they met; 1 where no joinpoint finds room
 */
public record JoinpointPermutation(int count, double p) {
  private static final double LEVEL = 2 * Confidence.TAIL;

  /**
   * The tests of a series.
   *
   * @param most joinpoints at most
   * @param permutations a test, as 999: p is at least 1 over one more
   * @param seed of the permutations: the same seed, the same answer
   */
  public static JoinpointPermutation of(
      JoinpointSeries series, int most, int permutations, long seed) {
    Require.that(permutations > 0, "there must be a permutation");
    int low = 0;
    int high = Math.min(most, Joinpoints.most(series.size()));
    double level = high == 0 ? LEVEL : LEVEL / high;
    double p = 1;
    SplittableRandom random = new SplittableRandom(seed);
    while (low < high) {
      p = p(series, low, high, permutations, random);
      if (p < level) {
        low++;
      } else {
        high--;
      }
    }
    return new JoinpointPermutation(low, p);
  }

  private static double p(
      JoinpointSeries series, int low, int high, int permutations, SplittableRandom random) {
    JoinpointSearch search = JoinpointSearch.in(series);
    double observed = ratio(search, low, high);
    double[] fitted = fitted(series, search.best(low).at());
    double[] rest = new double[series.size()];
    Arrays.setAll(rest, i -> (series.log(i) - fitted[i]) * Math.sqrt(series.weight(i)));
    int asFar = 1;
    for (int i = 0; i < permutations; i++) {
      double[] moved = shuffled(rest, random);
      double[] logs = new double[series.size()];
      Arrays.setAll(logs, k -> fitted[k] + moved[k] / Math.sqrt(series.weight(k)));
      if (ratio(JoinpointSearch.in(series.with(logs)), low, high) >= observed) {
        asFar++;
      }
    }
    return asFar / (permutations + 1.0);
  }

  /** How many times smaller the larger model's sum is; an exact larger model has no ratio above. */
  private static double ratio(JoinpointSearch search, int low, int high) {
    double larger = search.best(high).rss();
    double smaller = search.best(low).rss();
    return larger > 0 ? smaller / larger : smaller > 0 ? Double.MAX_VALUE : 1;
  }

  private static double[] fitted(JoinpointSeries series, int[] at) {
    double[][] design = new double[series.size()][at.length + 2];
    for (int i = 0; i < series.size(); i++) {
      design[i][0] = 1;
      design[i][1] = series.year(i) - series.year(0);
      for (int k = 0; k < at.length; k++) {
        design[i][k + 2] = Math.max(0, series.year(i) - series.year(at[k]));
      }
    }
    LeastSquares fit = LeastSquares.of(design, series.logs(), series.weights()).get();
    double[] fitted = new double[series.size()];
    for (int i = 0; i < fitted.length; i++) {
      for (int j = 0; j < design[i].length; j++) {
        fitted[i] += design[i][j] * fit.coefficient(j);
      }
    }
    return fitted;
  }

  private static double[] shuffled(double[] values, SplittableRandom random) {
    double[] moved = values.clone();
    for (int i = moved.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = moved[i];
      moved[i] = moved[j];
      moved[j] = kept;
    }
    return moved;
  }
}
