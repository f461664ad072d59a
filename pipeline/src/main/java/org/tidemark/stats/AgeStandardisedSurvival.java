package org.tidemark.stats;

import java.util.List;

/**
 * Survival standardised to the age structure of a reference population of patients: {@code sum w_g
 * S_g}, with {@code sqrt(sum w_g^2 se_g^2)} as its standard error and weights that sum to 1.
 * Corazziari I, Quinn M, Capocaccia R. Standard cancer patient population for age standardising
 * survival ratios. Eur J Cancer 2004;40:2307-2316. doi:10.1016/j.ejca.2004.07.002
 *
 * @param survival the standardised survival
 * @param error its standard error
 * @param log limits {@code S * exp(-/+ z se / S)}
 * @param plain limits {@code S -/+ z se}
 */
public record AgeStandardisedSurvival(double survival, double error, Interval log, Interval plain) {
  private static final List<Double> ICSS_1 = List.of(7.0, 12.0, 23.0, 29.0, 29.0);

  /**
   * The weights, in percent, of the international cancer survival standard 1 for the ages at
   * diagnosis 0-44, 45-54, 55-64, 65-74 and 75 and over.
   */
  public static double[] icss1() {
    return ICSS_1.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The standardised survival; insufficient when an age group of weight above 0 is.
   *
   * @param weights one weight an age group, in any unit
   * @param groups the survival of each age group at the same time
   */
  public static Answer<AgeStandardisedSurvival> of(
      double[] weights, List<Answer<SurvivalPoint>> groups) {
    Require.that(weights.length == groups.size(), "each age group must have one weight");
    double total = 0;
    for (double weight : weights) {
      Require.notNegative(weight, "weights of age groups");
      total += weight;
    }
    Require.that(total > 0, "weights of age groups must not all be 0");
    double survival = 0;
    double variance = 0;
    for (int g = 0; g < weights.length; g++) {
      double weight = weights[g] / total;
      if (weight > 0 && groups.get(g).figure().isEmpty()) {
        return Answer.insufficient(Shortfall.STRATUM_INSUFFICIENT);
      }
      if (weight > 0) {
        SurvivalPoint point = groups.get(g).get();
        survival += weight * point.survival();
        variance += weight * weight * point.error() * point.error();
      }
    }
    return result(survival, Math.sqrt(variance));
  }

  /** The limits on a scale; those of {@code log-log} only of a survival below 1. */
  public Answer<Interval> limits(LimitScale scale) {
    return survival > 0
        ? scale.limits(survival, error / survival)
        : Answer.insufficient(Shortfall.NO_SURVIVORS);
  }

  private static Answer<AgeStandardisedSurvival> result(double survival, double error) {
    return Interval.logNormal(survival, error / survival)
        .map(
            log ->
                new AgeStandardisedSurvival(
                    survival, error, log, Interval.normal(survival, error)));
  }
}
