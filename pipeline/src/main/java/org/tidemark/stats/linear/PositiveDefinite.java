package org.tidemark.stats.linear;

import java.util.Optional;
import org.tidemark.stats.Require;

/**
 * A symmetric positive definite matrix, by its Cholesky factor: {@code A = L L'}. Golub GH, Van
 * Loan CF. Matrix Computations. 4th ed. Johns Hopkins University Press 2013, algorithm 4.2.1.
 *
 * <p>Worked example: {@code {{4, 2}, {2, 3}}} has {@code L = {{2, 0}, {1, sqrt 2}}} and solves
 * {@code A x = (8, 7)} by {@code x = (1.25, 1.5)}.
 */
public final class PositiveDefinite {
  /** A pivot this much smaller than its diagonal is a sum of rounding errors. */
  private static final double TINY = 1e-11;

  private final double[][] factor;

  private PositiveDefinite(double[][] factor) {
    this.factor = factor;
  }

  /**
   * The factored matrix; empty where it is not positive definite, that is where a column is a
   * combination of others.
   *
   * @param matrix rows; only the lower triangle is read
   */
  public static Optional<PositiveDefinite> of(double[][] matrix) {
    int n = matrix.length;
    double[][] l = new double[n][];
    for (int i = 0; i < n; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        l[i][j] = (matrix[i][j] - dot(l[i], l[j], j)) / l[j][j];
      }
      double pivot = matrix[i][i] - dot(l[i], l[i], i);
      if (!(pivot > TINY * matrix[i][i])) {
        return Optional.empty();
      }
      l[i][i] = Math.sqrt(pivot);
    }
    return Optional.of(new PositiveDefinite(l));
  }

  /** The solution x of {@code A x = b}. */
  public double[] solve(double[] b) {
    Require.that(b.length == factor.length, "the right side must have a value a row");
    int n = b.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - dot(factor[i], x, i)) / factor[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= factor[i][i];
      for (int j = 0; j < i; j++) {
        x[j] -= factor[i][j] * x[i];
      }
    }
    return x;
  }

  /** The inverse. */
  public double[][] inverse() {
    int n = factor.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }

  /** The natural logarithm of the determinant. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      sum += 2 * Math.log(factor[i][i]);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b, int upTo) {
    double sum = 0;
    for (int i = 0; i < upTo; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
