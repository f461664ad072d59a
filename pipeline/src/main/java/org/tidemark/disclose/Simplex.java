package org.tidemark.disclose;

import java.util.Arrays;

/**
 * Linear functions at their largest over {x ≥ 0 : A x = b}, by the two-phase simplex method on a
 * dense tableau with Bland's rule, which never cycles (R. G. Bland, Mathematics of Operations
 * Research 2, 1977). For some hundreds of variables.
 */
final class Simplex {
  private static final double TINY = 1e-9;

  private final double[][] table;
  private final int[] basis;
  private final int variables;

  /** Finds a point that satisfies everything. */
  Simplex(double[][] a, double[] b) {
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
    double[] artificial = new double[variables + rows];
    Arrays.fill(artificial, variables, artificial.length, -1);
    if (climb(artificial) < -1e-6) {
      throw new IllegalArgumentException("nothing satisfies all equations");
    }
    dropArtificial();
  }

  /** A point where Σ goal · x is largest; it must be bounded. */
  double[] largest(double[] goal) {
    climb(Arrays.copyOf(goal, variables + basis.length));
    double[] point = new double[variables];
    for (int r = 0; r < basis.length; r++) {
      if (basis[r] < variables) {
        point[basis[r]] = table[r][table[r].length - 1];
      }
    }
    return point;
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

  private double climb(double[] goal) {
    int last = table[0].length - 1;
    double[] gain = table[basis.length];
    for (int v = 0; v <= last; v++) {
      gain[v] = v < last ? goal[v] : 0;
      for (int r = 0; r < basis.length; r++) {
        gain[v] -= goal[basis[r]] * table[r][v];
      }
    }
    for (int in = entering(gain); in >= 0; in = entering(gain)) {
      int out = leaving(in);
      if (out < 0) {
        throw new IllegalArgumentException("the goal is not bounded");
      }
      pivot(out, in);
    }
    return -gain[last];
  }

  private int entering(double[] gain) {
    for (int v = 0; v < variables; v++) {
      if (gain[v] > TINY) {
        return v;
      }
    }
    return -1;
  }

  private int leaving(int in) {
    int last = table[0].length - 1;
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int r = 0; r < basis.length; r++) {
      if (table[r][in] > TINY) {
        double ratio = table[r][last] / table[r][in];
        if (ratio < least - TINY || ratio < least + TINY && basis[r] < basis[best]) {
          best = r;
          least = ratio;
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
