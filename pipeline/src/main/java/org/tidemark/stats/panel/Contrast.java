package org.tidemark.stats.panel;

import java.util.List;

/**
 * An estimate with what each unit adds to its error: a member of cohort c whose outcomes lie r_t
 * above the cohort's means adds {@code sum_t slope[c][t] r_t + level[c]}, over n. This is the
 * influence function written by cohort. Where units have gaps a second half of the periods follows:
 * of whether the member was observed, less the share of the cohort that was.
 *
 * @param value the estimate
 * @param slope by cohort and period
 * @param level by cohort; their sum over units is 0
 */
record Contrast(double value, double[][] slope, double[] level) {
  static Contrast zero(List<Cohort> cohorts) {
    int width = cohorts.get(0).width();
    return new Contrast(0, new double[cohorts.size()][width], new double[cohorts.size()]);
  }

  /** This one and a multiple of another. */
  Contrast plus(double factor, Contrast other) {
    double[][] sum = new double[slope.length][];
    double[] levels = level.clone();
    for (int c = 0; c < slope.length; c++) {
      sum[c] = slope[c].clone();
      for (int t = 0; t < sum[c].length; t++) {
        sum[c][t] += factor * other.slope[c][t];
      }
      levels[c] += factor * other.level[c];
    }
    return new Contrast(value + factor * other.value, sum, levels);
  }

  /** The same with more error from shares of cohorts that were themselves estimated. */
  Contrast withLevels(double[] more) {
    double[] levels = level.clone();
    for (int c = 0; c < levels.length; c++) {
      levels[c] += more[c];
    }
    return new Contrast(value, slope, levels);
  }
}
