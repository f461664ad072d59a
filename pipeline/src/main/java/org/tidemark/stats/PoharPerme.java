package org.tidemark.stats;

/**
 * Net survival by the weighted estimator of Pohar Perme M, Stare J, Estève J. On estimation in
 * relative survival. Biometrics 2012;68:113-120. doi:10.1111/j.1541-0420.2011.01640.x
 *
 * <p>Each case counts 1/S, the inverse of its expected survival, so that those whom other causes
 * have removed are stood in for by their like. On the daily grid the excess hazard of step t is
 * {@code [sum over deaths of 1/S] / [sum over at risk of 1/S]}, both at the end of the step, less
 * the population hazard {@code (A0/B0 + A1/B1) / 2} with A the sums of lambda/S and B those of 1/S
 * at its start and end. The squared standard error of the cumulative hazard sums {@code [sum over
 * deaths of 1/S^2] / [sum over at risk of 1/S]^2}.
 */
public final class PoharPerme {
  /** How the daily excess hazards become a survival. */
  public enum Transform {
    /** Product of {@code 1 - hazard}. */
    KAPLAN_MEIER,
    /** {@code exp(-sum of hazards)}. */
    FLEMING_HARRINGTON;

    /** What a hazard of one interval multiplies the survival by. */
    double factor(double hazard) {
      return this == KAPLAN_MEIER ? Math.max(0, 1 - hazard) : Math.exp(-hazard);
    }
  }

  private PoharPerme() {}

  /** The curve of net survival of one stratum. */
  public static SurvivalCurve estimate(SurvivalTally tally, Transform transform) {
    return estimate(tally.horizon(), DailySums.of(tally), transform);
  }

  static SurvivalCurve estimate(int horizon, DailySums sums, Transform transform) {
    SurvivalCurve.Values values = new SurvivalCurve.Values(sums.last);
    int readable = Math.min(sums.last, sums.unknownFrom - 1);
    for (int t = 1; t <= readable; t++) {
      values.step(t, factor(sums, t, transform), variance(sums, t));
    }
    return SurvivalCurve.net(horizon, sums, values);
  }

  private static double factor(DailySums sums, int t, Transform transform) {
    double population =
        (sums.hazardBefore[t] / sums.weightBefore[t] + sums.hazardAfter[t] / sums.weightAfter[t])
            / 2;
    double excess = sums.deathWeight[t] / sums.weightAfter[t] - population;
    return transform.factor(excess);
  }

  private static double variance(DailySums sums, int t) {
    double weight = sums.weightAfter[t];
    return sums.deathSquare[t] / (weight * weight);
  }
}
