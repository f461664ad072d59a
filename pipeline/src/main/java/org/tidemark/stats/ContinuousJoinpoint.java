package org.tidemark.stats;

import java.util.Arrays;
import org.tidemark.stats.linear.LeastSquares;

/**
 * One joinpoint at any time, not only at whole years. Between two neighbouring years the best place
 * is where the separate lines through the years before and after meet, if they meet there, and else
 * one of the two years: so the least sum of squares is found without a search. Hudson DJ. Fitting
 * segmented curves whose join points have to be estimated. J Am Stat Assoc 1966;61:1097-1129.
 * doi:10.1080/01621459.1966.10482198
 *
 * @param time of the joinpoint, in calendar years
 * @param before slope of the logarithm before it
 * @param after slope of the logarithm after it
 * @param rss weighted residual sum of squares
 */
public record ContinuousJoinpoint(double time, double before, double after, double rss) {
  /** Fewer years than this do not make a line that bears limits. */
  private static final int LEAST = 6;

  /** The best place; insufficient with fewer than six years. */
  public static Answer<ContinuousJoinpoint> of(JoinpointSeries series) {
    int n = series.size();
    if (n < LEAST) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    ContinuousJoinpoint best = null;
    for (int k = 1; k < n - 1; k++) {
      best = better(best, at(series, series.year(k)));
    }
    for (int k = 1; k < n - 2; k++) {
      best = better(best, meeting(series, k));
    }
    return best == null ? Answer.insufficient(Shortfall.NOT_ESTIMABLE) : Answer.given(best);
  }

  private static ContinuousJoinpoint better(ContinuousJoinpoint one, ContinuousJoinpoint other) {
    return one == null || (other != null && other.rss < one.rss) ? other : one;
  }

  private static ContinuousJoinpoint at(JoinpointSeries series, double time) {
    double[][] design = new double[series.size()][];
    Arrays.setAll(
        design,
        i ->
            new double[] {
              1, Math.min(0, series.year(i) - time), Math.max(0, series.year(i) - time)
            });
    return LeastSquares.of(design, series.logs(), series.weights())
        .figure()
        .map(f -> new ContinuousJoinpoint(time, f.coefficient(1), f.coefficient(2), f.squares()))
        .orElse(null);
  }

  /** The model where the lines before and after meet between year k and the next; else null. */
  private static ContinuousJoinpoint meeting(JoinpointSeries series, int k) {
    double[] one = line(series, 0, k + 1);
    double[] other = line(series, k + 1, series.size());
    double time = series.year(0) + (other[0] - one[0]) / (one[1] - other[1]);
    return time > series.year(k) && time < series.year(k + 1) ? at(series, time) : null;
  }

  /** Level at the first year of the series, and slope. */
  private static double[] line(JoinpointSeries series, int from, int to) {
    double[][] design = new double[to - from][];
    Arrays.setAll(design, i -> new double[] {1, series.year(from + i) - series.year(0)});
    LeastSquares fit =
        LeastSquares.of(
                design,
                Arrays.copyOfRange(series.logs(), from, to),
                Arrays.copyOfRange(series.weights(), from, to))
            .get();
    return new double[] {fit.coefficient(0), fit.coefficient(1)};
  }
}
