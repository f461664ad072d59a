package org.tidemark.stats.panel;

/**
 * The overall error of the aggregate by cohort as the R package did 2.1.2 gives it, written out
 * unit by unit. That version counts each unit of the first cohort as one of every cohort when it
 * estimates the error of the cohorts' shares; the package mended it in 2025 (its pull request 223),
 * and the reference was made before.
 */
final class PackageSlip {
  private final Panel panel;
  private final boolean later;
  private final int[] cohorts;

  PackageSlip(Panel panel, boolean later, int... cohorts) {
    this.panel = panel;
    this.later = later;
    this.cohorts = cohorts;
  }

  double error(boolean slip) {
    int n = panel.units();
    double total = 0;
    for (int g : cohorts) {
      total += share(g);
    }
    double[] sum = new double[n];
    double[] mean = new double[cohorts.length];
    for (int k = 0; k < cohorts.length; k++) {
      int g = cohorts[k];
      for (int t = g; t <= panel.periods(); t++) {
        mean[k] += add(sum, g, t, share(g) / total / (panel.periods() - g + 1));
      }
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double weights = 0;
      for (int k = 0; k < cohorts.length; k++) {
        double all = 0;
        for (int j = 0; j < cohorts.length; j++) {
          all += own(i, slip ? 0 : j) - share(cohorts[j]);
        }
        double p = share(cohorts[k]);
        weights += mean[k] * ((own(i, slip ? 0 : k) - p) / total - p * all / (total * total));
      }
      squares += (sum[i] + weights) * (sum[i] + weights);
    }
    return Math.sqrt(squares) / n;
  }

  private double own(int unit, int cohort) {
    return panel.first(unit) == cohorts[cohort] ? 1 : 0;
  }

  private double share(int g) {
    double count = 0;
    for (int i = 0; i < panel.units(); i++) {
      count += panel.first(i) == g ? 1 : 0;
    }
    return count / panel.units();
  }

  /** Adds the influence of one ATT(g,t), gives its part of the cohort's mean. */
  private double add(double[] sum, int g, int t, double factor) {
    double treated = 0;
    double controls = 0;
    double[] by = new double[2];
    for (int i = 0; i < sum.length; i++) {
      double change = panel.outcome(i, t) - panel.outcome(i, g - 1);
      if (panel.first(i) == g) {
        treated++;
        by[0] += change;
      } else if (control(i, t)) {
        controls++;
        by[1] += change;
      }
    }
    for (int i = 0; i < sum.length; i++) {
      double change = panel.outcome(i, t) - panel.outcome(i, g - 1);
      if (panel.first(i) == g) {
        sum[i] += factor * sum.length / treated * (change - by[0] / treated);
      } else if (control(i, t)) {
        sum[i] -= factor * sum.length / controls * (change - by[1] / controls);
      }
    }
    return (by[0] / treated - by[1] / controls) / (panel.periods() - g + 1);
  }

  private boolean control(int unit, int t) {
    return panel.first(unit) == Panel.NEVER || (later && panel.first(unit) > t);
  }
}
