package org.tidemark.stats;

/** Small systems of linear equations, by Gaussian elimination with row pivots. */
final class LinearSystem {
  /** A pivot so much smaller than the largest entry counts as 0. */
  private static final double SINGULAR = 1e-12;

  private LinearSystem() {}

  /** The x of {@code a x = b}, or an empty array if a is singular. Neither argument is changed. */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] m = new double[n][];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      m[i] = java.util.Arrays.copyOf(a[i], n + 1);
      m[i][n] = b[i];
      for (double entry : a[i]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    for (int column = 0; column < n; column++) {
      int pivot = pivot(m, column);
      if (!(Math.abs(m[pivot][column]) > SINGULAR * largest)) {
        return new double[0];
      }
      double[] row = m[pivot];
      m[pivot] = m[column];
      m[column] = row;
      eliminate(m, column);
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n] / m[i][i];
    }
    return x;
  }

  private static int pivot(double[][] m, int column) {
    int pivot = column;
    for (int i = column + 1; i < m.length; i++) {
      pivot = Math.abs(m[i][column]) > Math.abs(m[pivot][column]) ? i : pivot;
    }
    return pivot;
  }

  private static void eliminate(double[][] m, int column) {
    for (int i = 0; i < m.length; i++) {
      double factor = i == column ? 0 : m[i][column] / m[column][column];
      for (int j = column; j <= m.length && factor != 0; j++) {
        m[i][j] -= factor * m[column][j];
      }
    }
  }
}
