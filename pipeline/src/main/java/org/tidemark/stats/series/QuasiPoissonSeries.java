package org.tidemark.stats.series;

import java.util.Arrays;
import java.util.Optional;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Require;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.linear.LeastSquares;

/**
 * An interrupted series of counts: {@code log E(y_t) = log n_t + x_t b}, the variance a multiple of
 * the mean that is estimated by Pearson's {@code sum (y - m)^2 / m / (n - k)}. The slope's change
 * is counted from the start, so that the level's change is the one at the start. Bernal JL et al.
 * Int J Epidemiol 2017;46:348-355. doi:10.1093/ije/dyw098, with its correction of 2021,
 * doi:10.1093/ije/dyaa118
 *
 * <p>Effects are logarithms of rate ratios.
 */
public final class QuasiPoissonSeries {
  private static final int ROUNDS = 100;
  private static final double SETTLED = 1e-11;

  private QuasiPoissonSeries() {}

  /**
   * The fit, with t of n - k.
   *
   * @param series the counts
   * @param offset what each count is related to, above 0
   */
  public static Answer<SeriesFit> of(InterruptedSeries series, double[] offset) {
    double[] y = series.values();
    Require.that(y.length == offset.length, "one denominator a count is needed");
    double all = Arrays.stream(y).sum() / Arrays.stream(offset).sum();
    if (!(all > 0)) {
      return Answer.insufficient(Shortfall.NO_CASES);
    }
    double[][] x = series.design();
    double[] mean = Arrays.stream(offset).map(n -> n * all).toArray();
    double[] last = new double[x[0].length];
    for (int round = 0; round < ROUNDS; round++) {
      Optional<LeastSquares> fit = weighted(x, y, offset, mean);
      if (fit.isEmpty()) {
        return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
      }
      double[] b = fit.get().coefficients();
      double moved = 0;
      for (int j = 0; j < b.length; j++) {
        moved = Math.max(moved, Math.abs(b[j] - last[j]));
      }
      mean = means(x, b, offset);
      if (moved < SETTLED) {
        return Answer.given(scaled(fit.get(), y, mean));
      }
      last = b;
    }
    return Answer.insufficient(Shortfall.NOT_CONVERGED);
  }

  private static Optional<LeastSquares> weighted(
      double[][] x, double[] y, double[] offset, double[] mean) {
    double[][] rows = new double[x.length][];
    double[] working = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double root = Math.sqrt(mean[i]);
      working[i] = root * (Math.log(mean[i] / offset[i]) + (y[i] - mean[i]) / mean[i]);
      rows[i] = Arrays.stream(x[i]).map(v -> v * root).toArray();
    }
    return LeastSquares.of(rows, working);
  }

  private static double[] means(double[][] x, double[] b, double[] offset) {
    double[] means = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (int j = 0; j < b.length; j++) {
        sum += x[i][j] * b[j];
      }
      means[i] = offset[i] * Math.exp(Math.max(-50, Math.min(50, sum)));
    }
    return means;
  }

  private static SeriesFit scaled(LeastSquares fit, double[] y, double[] mean) {
    int freedom = y.length - fit.coefficients().length;
    double pearson = 0;
    for (int i = 0; i < y.length; i++) {
      pearson += (y[i] - mean[i]) * (y[i] - mean[i]) / mean[i];
    }
    double[][] v = fit.inverse();
    for (double[] row : v) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= pearson / freedom;
      }
    }
    return new SeriesFit(fit.coefficients(), v, c -> freedom, 0);
  }
}
