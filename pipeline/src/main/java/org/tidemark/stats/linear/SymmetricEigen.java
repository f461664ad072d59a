package org.tidemark.stats.linear;

import java.util.function.DoubleUnaryOperator;

/**
 * The eigenvalues and vectors of a symmetric matrix, by Jacobi's rotations: slow for large ones,
 * exact to the last digits for small ones. Golub GH, Van Loan CF. Matrix Computations. 4th ed.
 * Johns Hopkins University Press 2013, section 8.5.
 *
 * <p>Worked example: {@code {{2, 1}, {1, 2}}} has the eigenvalues 3 and 1.
 */
public final class SymmetricEigen {
  private static final int SWEEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** The eigenvalues and vectors of a symmetric matrix. */
  public static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    return new SymmetricEigen(values, v);
  }

  /** The eigenvalues, in no order. */
  public double[] values() {
    return values.clone();
  }

  /** The matrix with the same vectors and a function of the values. */
  public double[][] map(DoubleUnaryOperator function) {
    int n = values.length;
    double[][] mapped = new double[n][n];
    for (int k = 0; k < n; k++) {
      double value = function.applyAsDouble(values[k]);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          mapped[i][j] += value * vectors[i][k] * vectors[j][k];
        }
      }
    }
    return mapped;
  }

  private static double offDiagonal(double[][] a) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < a.length; i++) {
      all += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        off += a[i][j] * a[i][j];
      }
    }
    return off <= 1e-34 * all ? 0 : off;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.signum(theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double tangent = theta == 0 ? 1 : t;
    double c = 1 / Math.sqrt(tangent * tangent + 1);
    double s = tangent * c;
    for (int k = 0; k < a.length; k++) {
      turn(a[k], p, q, c, s);
      turn(v[k], p, q, c, s);
    }
    for (int k = 0; k < a.length; k++) {
      double akp = a[p][k];
      a[p][k] = c * akp - s * a[q][k];
      a[q][k] = s * akp + c * a[q][k];
    }
  }

  private static void turn(double[] row, int p, int q, double c, double s) {
    double first = row[p];
    row[p] = c * first - s * row[q];
    row[q] = s * first + c * row[q];
  }
}
