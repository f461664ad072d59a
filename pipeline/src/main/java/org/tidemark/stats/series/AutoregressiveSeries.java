package org.tidemark.stats.series;

import java.util.Optional;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.linear.LeastSquares;
import org.tidemark.stats.linear.PositiveDefinite;

/**
 * An interrupted series whose errors are autoregressive of order one, by restricted maximum
 * likelihood: {@code -2 l = (n - k) log s2 + log|R| + log|X'R^-1 X| + RSS/s2}, R the correlations
 * {@code rho^(gap)}. Degrees of freedom after Satterthwaite, {@code 2 v^2 / (g' C g)}, v the
 * variance of the effect, g its slopes in (log s2, rho), C their covariance from the curvature of
 * the likelihood. Patterson HD, Thompson R. Biometrika 1971;58:545-554.
 * doi:10.1093/biomet/58.3.545. Satterthwaite FE. Biometrics Bull 1946;2:110-114.
 * doi:10.2307/3002019
 */
public final class AutoregressiveSeries {
  private static final double EDGE = 0.98;
  private static final int GRID = 98;
  private static final int HALVINGS = 60;
  private static final double STEP = 1e-4;

  private AutoregressiveSeries() {}

  /** The fit; does not settle where the correlation runs to its edge. */
  public static Answer<SeriesFit> restricted(InterruptedSeries series) {
    double best = 0;
    for (int i = -GRID; i <= GRID; i++) {
      double rho = i / 100.0;
      best = profile(series, rho) > profile(series, best) ? rho : best;
    }
    double rho = peak(series, best - 0.01, best + 0.01);
    if (Math.abs(rho) >= EDGE) {
      return Answer.insufficient(Shortfall.NOT_CONVERGED);
    }
    Optional<LeastSquares> fit = SeriesEstimators.whitened(series, rho);
    if (fit.isEmpty()) {
      return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
    }
    int k = fit.get().coefficients().length;
    double variance = fit.get().squares() / (series.points() - k);
    if (!(variance > 0)) {
      return Answer.insufficient(Shortfall.NO_VARIATION);
    }
    double[][] v = scaled(fit.get().inverse(), variance);
    double[][] curvature = curvature(series, Math.log(variance), rho);
    return Answer.given(
        new SeriesFit(
            fit.get().coefficients(),
            v,
            c -> freedom(series, c, v, curvature, Math.log(variance), rho),
            rho));
  }

  private static double peak(InterruptedSeries series, double from, double to) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double a = Math.max(from, -0.999);
    double b = Math.min(to, 0.999);
    for (int i = 0; i < HALVINGS; i++) {
      double left = b - ratio * (b - a);
      double right = a + ratio * (b - a);
      if (profile(series, left) > profile(series, right)) {
        b = right;
      } else {
        a = left;
      }
    }
    return (a + b) / 2;
  }

  private static double profile(InterruptedSeries series, double rho) {
    Optional<LeastSquares> fit = SeriesEstimators.whitened(series, rho);
    if (fit.isEmpty() || !(fit.get().squares() > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    int freedom = series.points() - fit.get().coefficients().length;
    return likelihood(series, fit.get(), Math.log(fit.get().squares() / freedom), rho);
  }

  private static double likelihood(
      InterruptedSeries series, LeastSquares fit, double logVariance, double rho) {
    int[] t = series.times();
    double logDeterminant = 0;
    for (int i = 1; i < t.length; i++) {
      double r = Math.pow(rho, t[i] - t[i - 1]);
      logDeterminant += Math.log(1 - r * r);
    }
    int freedom = t.length - fit.coefficients().length;
    double inside =
        -PositiveDefinite.of(fit.inverse())
            .map(PositiveDefinite::logDeterminant)
            .orElse(Double.POSITIVE_INFINITY);
    return -0.5
        * (freedom * logVariance
            + logDeterminant
            + inside
            + fit.squares() * Math.exp(-logVariance));
  }

  /** Minus the second derivatives of the likelihood in (log s2, rho). */
  private static double[][] curvature(InterruptedSeries series, double logVariance, double rho) {
    double[][] l = new double[3][3];
    for (int i = 0; i < 3; i++) {
      double shifted = rho + (i - 1) * STEP;
      LeastSquares fit = SeriesEstimators.whitened(series, shifted).orElseThrow();
      for (int j = 0; j < 3; j++) {
        l[i][j] = likelihood(series, fit, logVariance + (j - 1) * STEP, shifted);
      }
    }
    double square = STEP * STEP;
    double cross = -(l[2][2] - l[2][0] - l[0][2] + l[0][0]) / (4 * square);
    return new double[][] {
      {-(l[1][2] - 2 * l[1][1] + l[1][0]) / square, cross},
      {cross, -(l[2][1] - 2 * l[1][1] + l[0][1]) / square}
    };
  }

  private static double freedom(
      InterruptedSeries series,
      double[] contrast,
      double[][] v,
      double[][] curvature,
      double logVariance,
      double rho) {
    double own = form(v, contrast);
    double up = variance(series, contrast, logVariance, rho + STEP);
    double down = variance(series, contrast, logVariance, rho - STEP);
    double[] slopes = {own, (up - down) / (2 * STEP)};
    return PositiveDefinite.of(curvature)
        .map(c -> c.solve(slopes))
        .map(s -> 2 * own * own / (slopes[0] * s[0] + slopes[1] * s[1]))
        .orElse(0.0);
  }

  private static double variance(
      InterruptedSeries series, double[] contrast, double logVariance, double rho) {
    return Math.exp(logVariance)
        * form(SeriesEstimators.whitened(series, rho).orElseThrow().inverse(), contrast);
  }

  private static double form(double[][] v, double[] c) {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c.length; j++) {
        sum += c[i] * v[i][j] * c[j];
      }
    }
    return sum;
  }

  private static double[][] scaled(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return matrix;
  }
}
