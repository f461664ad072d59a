package org.tidemark.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Probabilities in the tails of the distributions that tests are read from. */
final class Tails {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Tails() {}

  /** Two-sided p of an estimate over its standard error; without error only 0 is no difference. */
  static double normal(double estimate, double error) {
    if (error == 0) {
      return estimate == 0 ? 1 : 0;
    }
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(estimate / error)));
  }

  /** The same by Student's distribution. */
  static double student(double estimate, double error, int freedom) {
    if (error == 0) {
      return estimate == 0 ? 1 : 0;
    }
    double t = Math.abs(estimate / error);
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(t));
  }

  /** The upper tail of chi-squared; 1 without degrees of freedom. */
  static double chiSquared(double value, int freedom) {
    return freedom < 1
        ? 1
        : ChiSquaredDistribution.of(freedom).survivalProbability(Math.max(0, value));
  }
}
