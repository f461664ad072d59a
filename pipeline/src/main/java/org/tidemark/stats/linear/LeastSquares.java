package org.tidemark.stats.linear;

import java.util.Arrays;
import java.util.Optional;
import org.tidemark.stats.Require;

/**
 * Ordinary least squares by Householder's reflections, which keep the digits that the normal
 * equations square away. Golub GH, Van Loan CF. Matrix Computations. 4th ed. Johns Hopkins
 * University Press 2013, section 5.3.
 *
 * <p>Worked example: {@code y = (1, 2, 4)} on a constant and {@code x = (0, 1, 2)} gives 5/6 and
 * 3/2.
 */
public final class LeastSquares {
  private static final double TINY = 1e-11;

  private final double[] coefficients;
  private final double[] residuals;
  private final double[][] inverse;

  private LeastSquares(double[] coefficients, double[] residuals, double[][] inverse) {
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.inverse = inverse;
  }

  /**
   * The fit; empty where a column is a combination of others or rows are too few.
   *
   * @param x a row an observation
   * @param y a value an observation
   */
  public static Optional<LeastSquares> of(double[][] x, double[] y) {
    Require.that(x.length == y.length && x.length > 0, "one outcome a row is needed");
    int k = x[0].length;
    if (x.length < k) {
      return Optional.empty();
    }
    double[][] r = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    double[] q = y.clone();
    for (int j = 0; j < k; j++) {
      double before = norm(x, j, 0);
      if (!(reflect(r, q, j) > TINY * before)) {
        return Optional.empty();
      }
    }
    double[] b = back(r, q, k);
    return Optional.of(new LeastSquares(b, residuals(x, y, b), inverse(r, k)));
  }

  /** The estimated coefficients, in the order of the columns. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** What the fit leaves, in the order of the rows. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** The inverse of X'X. */
  public double[][] inverse() {
    return Arrays.stream(inverse).map(double[]::clone).toArray(double[][]::new);
  }

  /** The sum of squared residuals. */
  public double squares() {
    return Arrays.stream(residuals).map(u -> u * u).sum();
  }

  /** Turns column j onto the diagonal and gives the length that it had. */
  private static double reflect(double[][] r, double[] q, int j) {
    double length = norm(r, j, j);
    if (length == 0) {
      return 0;
    }
    double alpha = r[j][j] > 0 ? -length : length;
    double[] v = new double[r.length];
    double square = 0;
    for (int i = j; i < r.length; i++) {
      v[i] = r[i][j] - (i == j ? alpha : 0);
      square += v[i] * v[i];
    }
    for (int c = j; c < r[0].length; c++) {
      double dot = 0;
      for (int i = j; i < r.length; i++) {
        dot += v[i] * r[i][c];
      }
      for (int i = j; i < r.length; i++) {
        r[i][c] -= 2 * dot / square * v[i];
      }
    }
    double dot = 0;
    for (int i = j; i < r.length; i++) {
      dot += v[i] * q[i];
    }
    for (int i = j; i < r.length; i++) {
      q[i] -= 2 * dot / square * v[i];
    }
    return length;
  }

  private static double norm(double[][] r, int column, int from) {
    double square = 0;
    for (int i = from; i < r.length; i++) {
      square += r[i][column] * r[i][column];
    }
    return Math.sqrt(square);
  }

  private static double[] back(double[][] r, double[] q, int k) {
    double[] b = new double[k];
    for (int i = k - 1; i >= 0; i--) {
      double sum = q[i];
      for (int j = i + 1; j < k; j++) {
        sum -= r[i][j] * b[j];
      }
      b[i] = sum / r[i][i];
    }
    return b;
  }

  private static double[] residuals(double[][] x, double[] y, double[] b) {
    double[] u = y.clone();
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < b.length; j++) {
        u[i] -= x[i][j] * b[j];
      }
    }
    return u;
  }

  /** With S the inverse of R, X'X has the inverse S S'. */
  private static double[][] inverse(double[][] r, int k) {
    double[][] s = new double[k][k];
    for (int j = 0; j < k; j++) {
      s[j][j] = 1 / r[j][j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int m = i + 1; m <= j; m++) {
          sum += r[i][m] * s[m][j];
        }
        s[i][j] = -sum / r[i][i];
      }
    }
    double[][] inverse = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int m = Math.max(i, j); m < k; m++) {
          inverse[i][j] += s[i][m] * s[j][m];
        }
      }
    }
    return inverse;
  }
}
