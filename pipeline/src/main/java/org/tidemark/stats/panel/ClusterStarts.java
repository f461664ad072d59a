package org.tidemark.stats.panel;

import java.util.Arrays;

/**
 * The difference in differences as a function of which cluster starts when, all its units together.
 * Clusters differ in size, so that the regression's norm depends on who is given which start: of
 * the treatment d, free of the means of units, and m, its mean by period, the coefficient is Σ(d −
 * m)y / (Σd² − nΣm²).
 */
final class ClusterStarts {
  private static final double SMALL = 1e-9;

  private final double[][] treated;
  private final double[][] outcome;
  private final int[] sizes;
  private final int[] given;

  private ClusterStarts(double[][] treated, double[][] outcome, int[] sizes, int[] given) {
    this.treated = treated;
    this.outcome = outcome;
    this.sizes = sizes;
    this.given = given;
  }

  /**
   * The clusters of a panel without gaps, in each of which all units start together.
   *
   * @param known the different starts, in ascending order
   */
  static ClusterStarts of(Panel panel, int[] known) {
    int[] names = new int[panel.units()];
    Arrays.setAll(names, panel::cluster);
    int[] clusters = Arrays.stream(names).distinct().toArray();
    double[][] outcome = new double[clusters.length][panel.periods()];
    int[] sizes = new int[clusters.length];
    int[] given = new int[clusters.length];
    for (int c = 0; c < clusters.length; c++) {
      for (int unit = 0; unit < names.length; unit++) {
        if (names[unit] == clusters[c]) {
          given[c] = Arrays.binarySearch(known, panel.first(unit));
          sizes[c]++;
          for (int t = 0; t < panel.periods(); t++) {
            outcome[c][t] += panel.outcome(unit, t + 1);
          }
        }
      }
    }
    return new ClusterStarts(treated(known, panel.periods()), outcome, sizes, given);
  }

  /** Start → whether treated in each period, less the mean over periods. */
  private static double[][] treated(int[] known, int periods) {
    double[][] treated = new double[known.length][periods];
    for (int k = 0; k < known.length; k++) {
      for (int t = 1; t <= periods; t++) {
        treated[k][t - 1] = known[k] != Panel.NEVER && t >= known[k] ? 1 : 0;
      }
      double mean = Arrays.stream(treated[k]).average().orElse(0);
      for (int t = 0; t < periods; t++) {
        treated[k][t] -= mean;
      }
    }
    return treated;
  }

  /** Cluster → the number of its start. */
  int[] given() {
    return given.clone();
  }

  /** The effect if each cluster had the start of that number; 0 where it would not be told. */
  double effect(int[] starts) {
    double sum = 0;
    double norm = 0;
    int units = Arrays.stream(sizes).sum();
    for (int t = 0; t < treated[0].length; t++) {
      double mean = 0;
      double total = 0;
      for (int c = 0; c < starts.length; c++) {
        double d = treated[starts[c]][t];
        mean += sizes[c] * d / units;
        total += outcome[c][t];
        sum += d * outcome[c][t];
        norm += sizes[c] * d * d;
      }
      sum -= mean * total;
      norm -= units * mean * mean;
    }
    return norm > SMALL ? sum / norm : 0;
  }
}
