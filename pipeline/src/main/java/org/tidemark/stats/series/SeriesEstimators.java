package org.tidemark.stats.series;

import java.util.Optional;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.linear.LeastSquares;

/**
 * Ways to fit an interrupted series whose neighbouring errors are alike.
 *
 * <ul>
 *   <li>Ordinary least squares: limits too narrow where errors last.
 *   <li>Newey and West's error of it, with Bartlett's weights {@code 1 - l/(L+1)}: too narrow still
 *       in short series. Newey WK, West KD. Econometrica 1987;55:703-708. doi:10.2307/1913610
 *   <li>Prais and Winsten's transformation, iterated. Trend estimators and serial correlation.
 *       Cowles Commission 1954.
 * </ul>
 *
 * <p>For the errors of series of 12 points or more see {@link AutoregressiveSeries}. Comparison of
 * all: Turner SL et al. BMC Med Res Methodol 2021;21:181. doi:10.1186/s12874-021-01364-0
 */
public final class SeriesEstimators {
  private static final int ROUNDS = 200;
  private static final double SETTLED = 1e-12;
  private static final double EDGE = 0.99;

  private SeriesEstimators() {}

  /** Ordinary least squares with t of n - k. */
  public static Answer<SeriesFit> ordinary(InterruptedSeries series) {
    return fitted(series)
        .map(fit -> Answer.given(scaled(fit, series.points(), 0)))
        .orElseGet(() -> Answer.insufficient(Shortfall.NOT_IDENTIFIED));
  }

  /**
   * Ordinary least squares with Newey and West's error and t of n - k.
   *
   * @param lag the longest lag; 0 leaves unequal variances alone
   * @param adjusted whether the variance is multiplied by n / (n - k)
   */
  public static Answer<SeriesFit> neweyWest(InterruptedSeries series, int lag, boolean adjusted) {
    Optional<LeastSquares> fit = fitted(series);
    if (fit.isEmpty()) {
      return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
    }
    double[][] x = series.design();
    int n = x.length;
    int k = x[0].length;
    double[][] middle = middle(x, fit.get().residuals(), series.times(), lag);
    double[][] v = sandwich(fit.get().inverse(), middle, adjusted ? n / (double) (n - k) : 1);
    return Answer.given(new SeriesFit(fit.get().coefficients(), v, c -> n - k, 0));
  }

  /** Newey and West's own rule for the longest lag, {@code 4 (n/100)^(2/9)}. */
  public static int lag(int points) {
    return (int) Math.floor(4 * Math.pow(points / 100.0, 2.0 / 9));
  }

  /** Prais and Winsten's transformation, iterated until the correlation settles; t of n - k. */
  public static Answer<SeriesFit> praisWinsten(InterruptedSeries series) {
    double rho = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Optional<LeastSquares> fit = whitened(series, rho);
      if (fit.isEmpty()) {
        return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
      }
      double next = correlation(series, fit.get().coefficients());
      if (Math.abs(next) > EDGE) {
        return Answer.insufficient(Shortfall.NOT_CONVERGED);
      }
      if (Math.abs(next - rho) < SETTLED) {
        return Answer.given(scaled(fit.get(), series.points(), rho));
      }
      rho = next;
    }
    return Answer.insufficient(Shortfall.NOT_CONVERGED);
  }

  /** Least squares after the correlation of neighbours is taken out, unit variance kept. */
  static Optional<LeastSquares> whitened(InterruptedSeries series, double rho) {
    double[][] x = series.design();
    double[] y = series.values();
    int[] t = series.times();
    for (int i = t.length - 1; i > 0; i--) {
      double r = Math.pow(rho, t[i] - t[i - 1]);
      double scale = Math.sqrt(1 - r * r);
      y[i] = (y[i] - r * y[i - 1]) / scale;
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = (x[i][j] - r * x[i - 1][j]) / scale;
      }
    }
    return LeastSquares.of(x, y);
  }

  private static Optional<LeastSquares> fitted(InterruptedSeries series) {
    return LeastSquares.of(series.design(), series.values());
  }

  private static SeriesFit scaled(LeastSquares fit, int n, double rho) {
    int k = fit.coefficients().length;
    double[][] v = fit.inverse();
    double variance = fit.squares() / (n - k);
    for (double[] row : v) {
      for (int j = 0; j < k; j++) {
        row[j] *= variance;
      }
    }
    return new SeriesFit(fit.coefficients(), v, c -> n - k, rho);
  }

  /** Correlation of residuals one period apart, over those that have a neighbour. */
  private static double correlation(InterruptedSeries series, double[] coefficients) {
    double[][] x = series.design();
    double[] u = series.values();
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < coefficients.length; j++) {
        u[i] -= x[i][j] * coefficients[j];
      }
    }
    int[] t = series.times();
    double products = 0;
    double squares = 0;
    for (int i = 1; i < u.length; i++) {
      if (t[i] == t[i - 1] + 1) {
        products += u[i] * u[i - 1];
        squares += u[i - 1] * u[i - 1];
      }
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static double[][] middle(double[][] x, double[] u, int[] t, int lag) {
    int k = x[0].length;
    double[][] sum = new double[k][k];
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b < x.length; b++) {
        int apart = Math.abs(t[a] - t[b]);
        if (apart <= lag) {
          double weight = (1 - apart / (lag + 1.0)) * u[a] * u[b];
          for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
              sum[i][j] += weight * x[a][i] * x[b][j];
            }
          }
        }
      }
    }
    return sum;
  }

  private static double[][] sandwich(double[][] bread, double[][] middle, double factor) {
    return times(times(bread, middle, factor), bread, 1);
  }

  private static double[][] times(double[][] a, double[][] b, double factor) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          product[i][j] += factor * a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
