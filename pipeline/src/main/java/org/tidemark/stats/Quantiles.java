package org.tidemark.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of the distributions that confidence limits are read from. */
public final class Quantiles {
  /** Two Newton steps square the solver's error twice; the others cost nothing and are a margin. */
  private static final int STEPS = 4;

  private Quantiles() {}

  /** Quantile of the gamma distribution of the given shape and scale 1; 0 at shape 0. */
  public static double gamma(double shape, double probability) {
    return shape == 0 ? 0 : polished(GammaDistribution.of(shape, 1), probability);
  }

  /** Quantile of the beta distribution; both shapes above 0. */
  public static double beta(double a, double b, double probability) {
    return Math.min(1, polished(BetaDistribution.of(a, b), probability));
  }

  /** Upper quantile of Student's t that leaves {@link Confidence#TAIL} above it. */
  public static double student(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(Confidence.TAIL);
  }

  /**
   * The solver behind the library's quantile stops at an absolute error of 1e-9, which is a large
   * relative one for a rare event. Newton's method on the distribution function removes it.
   */
  private static double polished(ContinuousDistribution distribution, double probability) {
    double x = distribution.inverseCumulativeProbability(probability);
    for (int i = 0; i < STEPS; i++) {
      double density = distribution.density(x);
      double next = x - (distribution.cumulativeProbability(x) - probability) / density;
      if (!(next > 0) || !Double.isFinite(next)) {
        return x;
      }
      x = next;
    }
    return x;
  }
}
