package org.tidemark.disclose;

import java.util.Arrays;

/**
 * The largest value of a linear function over {x ≥ 0 : A x = b}, by the two-phase simplex method on
 * a dense tableau with Bland's rule, which never cycles (R. G. Bland, Mathematics of Operations
 * Research 2, 1977). Small and plain: it shares nothing with what it checks.
 */
final class Simplex {
  private static final double TINY = 1e-9;

  private final double[][] table;
  private final int[] basis;
  private final int variables;

  private Simplex(double[][] a, double[] b) {
    int rows = a.length;
    this.variables = a[0].length;
    this.table = new double[rows + 1][variables + rows + 1];
    this.basis = new int[rows];
    for (int r = 0; r < rows; r++) {
      double sign = b[r] < 0 ? -1 : 1;
      for (int v = 0; v < variables; v++) {
        table[r][v] = sign * a[r][v];
      }
      table[r][variables + r] = 1;
      table[r][variables + rows] = sign * b[r];
      basis[r] = variables + r;
    }
  }

  /**
   * The largest value of Σ c x.
   *
   * @return NaN where nothing is feasible, infinite where nothing bounds it
   */
  static double maximum(double[][] a, double[] b, double[] c) {
    Simplex simplex = new Simplex(a, b);
    double[] artificial = new double[simplex.variables + a.length];
    Arrays.fill(artificial, simplex.variables, artificial.length, -1);
    if (simplex.climb(artificial, artificial.length) < -1e-6) {
      return Double.NaN;
    }
    simplex.dropArtificial();
    double[] goal = Arrays.copyOf(c, simplex.variables + a.length);
    return simplex.climb(goal, simplex.variables);
  }

  /** Artificial variables that are still in the basis, at zero, give way to others. */
  private void dropArtificial() {
    for (int r = 0; r < basis.length; r++) {
      for (int v = 0; basis[r] >= variables && v < variables; v++) {
        if (Math.abs(table[r][v]) > TINY) {
          pivot(r, v);
        }
      }
    }
  }

  private double climb(double[] goal, int columns) {
    int last = table[0].length - 1;
    double[] gain = table[basis.length];
    for (int v = 0; v <= last; v++) {
      gain[v] = v < last ? goal[v] : 0;
      for (int r = 0; r < basis.length; r++) {
        gain[v] -= goal[basis[r]] * table[r][v];
      }
    }
    while (true) {
      int in = entering(gain, columns);
      if (in < 0) {
        return -gain[last];
      }
      int out = leaving(in);
      if (out < 0) {
        return Double.POSITIVE_INFINITY;
      }
      pivot(out, in);
    }
  }

  private static int entering(double[] gain, int columns) {
    for (int v = 0; v < columns; v++) {
      if (gain[v] > TINY) {
        return v;
      }
    }
    return -1;
  }

  private int leaving(int in) {
    int last = table[0].length - 1;
    int best = -1;
    for (int r = 0; r < basis.length; r++) {
      if (table[r][in] > TINY) {
        double ratio = table[r][last] / table[r][in];
        double least = best < 0 ? Double.MAX_VALUE : table[best][last] / table[best][in];
        if (ratio < least - TINY || ratio < least + TINY && basis[r] < basis[best]) {
          best = r;
        }
      }
    }
    return best;
  }

  private void pivot(int row, int column) {
    double by = table[row][column];
    for (int v = 0; v < table[row].length; v++) {
      table[row][v] /= by;
    }
    for (int r = 0; r < table.length; r++) {
      double factor = r == row ? 0 : table[r][column];
      if (factor != 0) {
        for (int v = 0; v < table[r].length; v++) {
          table[r][v] -= factor * table[row][v];
        }
      }
    }
    basis[row] = column;
  }
}
