package org.tidemark.stats.panel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The observed cells of a panel in which every variable has lost its weighted mean in the unit, and
 * is multiplied by the square root of the weight: least squares on these is weighted least squares
 * with an effect for each unit. Periods stand as columns behind the regressors.
 */
final class WithinUnits {
  private final double[][] columns;
  private final double[] outcome;
  private final int[] cluster;
  private final int clusters;
  private final int regressors;

  private WithinUnits(
      double[][] columns, double[] outcome, int[] cluster, int clusters, int regressors) {
    this.columns = columns;
    this.outcome = outcome;
    this.cluster = cluster;
    this.clusters = clusters;
    this.regressors = regressors;
  }

  /** A value for each unit and period, the period counted from 1. */
  @FunctionalInterface
  interface Regressor {
    double at(int unit, int period);
  }

  static WithinUnits of(Panel panel, List<Regressor> regressors) {
    int[] dummies = laterPeriods(panel);
    int k = regressors.size() + dummies.length;
    int n = panel.observations();
    double[][] columns = new double[n][];
    double[] outcome = new double[n];
    int[] cluster = new int[n];
    int[] numbers = new int[panel.units()];
    Arrays.setAll(numbers, panel::cluster);
    int[] known = Arrays.stream(numbers).distinct().sorted().toArray();
    int row = 0;
    for (int i = 0; i < panel.units(); i++) {
      int from = row;
      double[] weight = new double[panel.periods()];
      for (int t = 1; t <= panel.periods(); t++) {
        if (panel.observed(i, t)) {
          weight[row - from] = panel.weight(i, t);
          columns[row] = cells(regressors, dummies, i, t, k);
          outcome[row] = panel.outcome(i, t);
          cluster[row++] = Arrays.binarySearch(known, panel.cluster(i));
        }
      }
      centre(columns, outcome, weight, from, row, k);
    }
    return new WithinUnits(columns, outcome, cluster, known.length, regressors.size());
  }

  /** Every period in which anything was observed but the first such. */
  private static int[] laterPeriods(Panel panel) {
    return IntStream.rangeClosed(1, panel.periods())
        .filter(t -> IntStream.range(0, panel.units()).anyMatch(i -> panel.observed(i, t)))
        .skip(1)
        .toArray();
  }

  private static double[] cells(List<Regressor> x, int[] dummies, int unit, int period, int k) {
    double[] cells = new double[k];
    for (int j = 0; j < x.size(); j++) {
      cells[j] = x.get(j).at(unit, period);
    }
    for (int j = 0; j < dummies.length; j++) {
      cells[x.size() + j] = dummies[j] == period ? 1 : 0;
    }
    return cells;
  }

  private static void centre(
      double[][] columns, double[] outcome, double[] weight, int from, int to, int k) {
    double total = 0;
    double[] sums = new double[k + 1];
    for (int r = from; r < to; r++) {
      double w = weight[r - from];
      total += w;
      sums[k] += w * outcome[r];
      for (int j = 0; j < k; j++) {
        sums[j] += w * columns[r][j];
      }
    }
    for (int r = from; r < to; r++) {
      double root = Math.sqrt(weight[r - from]);
      outcome[r] = root * (outcome[r] - sums[k] / total);
      for (int j = 0; j < k; j++) {
        columns[r][j] = root * (columns[r][j] - sums[j] / total);
      }
    }
  }

  int rows() {
    return outcome.length;
  }

  int regressors() {
    return regressors;
  }

  int width() {
    return outcome.length == 0 ? regressors : columns[0].length;
  }

  int clusters() {
    return clusters;
  }

  int cluster(int row) {
    return cluster[row];
  }

  double[] row(int row) {
    return columns[row];
  }

  double outcome(int row) {
    return outcome[row];
  }

  /** The rows of each cluster. */
  int[][] byCluster() {
    int[] counts = new int[clusters];
    Arrays.stream(cluster).forEach(c -> counts[c]++);
    int[][] rows = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    int[] at = new int[clusters];
    for (int r = 0; r < cluster.length; r++) {
      rows[cluster[r]][at[cluster[r]]++] = r;
    }
    return rows;
  }

  /** X'X of the columns from one on. */
  double[][] crossProduct(int from) {
    int k = width() - from;
    double[][] product = new double[k][k];
    for (double[] x : columns) {
      for (int i = 0; i < k; i++) {
        if (x[from + i] != 0) {
          for (int j = 0; j <= i; j++) {
            product[i][j] += x[from + i] * x[from + j];
          }
        }
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        product[i][j] = product[j][i];
      }
    }
    return product;
  }

  /** X'v of the columns from one on. */
  double[] times(double[] v, int from) {
    double[] product = new double[width() - from];
    for (int r = 0; r < columns.length; r++) {
      for (int j = 0; j < product.length; j++) {
        product[j] += columns[r][from + j] * v[r];
      }
    }
    return product;
  }

  double[] outcomes() {
    return outcome.clone();
  }

  /** A variable less its fit by columns. */
  double[] less(double[] v, double[] coefficients, int from) {
    double[] left = v.clone();
    for (int r = 0; r < left.length; r++) {
      for (int j = 0; j < coefficients.length; j++) {
        left[r] -= columns[r][from + j] * coefficients[j];
      }
    }
    return left;
  }

  /** One column. */
  double[] column(int j) {
    return Arrays.stream(columns).mapToDouble(x -> x[j]).toArray();
  }
}
