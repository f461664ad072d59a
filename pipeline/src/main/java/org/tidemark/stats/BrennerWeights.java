package org.tidemark.stats;

import java.util.List;

/**
 * Net survival standardised by individual weights: each case counts by the share of its age group
 * in the standard over that among the cases, so that one curve is estimated, of groups too small
 * for a curve of their own as well. Brenner H, Arndt V, Gefeller O, Hakulinen T. An alternative
 * approach to age adjustment of cancer survival rates. Eur J Cancer 2004;40:2317-2322.
 * doi:10.1016/j.ejca.2004.07.007. With Pohar Perme weights: Rutherford MJ, Dickman PW, Coviello E,
 * Lambert PC. Estimation of age-standardized net survival, even when age-specific data are sparse.
 * Cancer Epidemiol 2020;67:101745. doi:10.1016/j.canep.2020.101745
 *
 * <p>Where the cases have the standard's shares every weight is 1, and the curve that of {@link
 * PoharPerme}.
 */
public final class BrennerWeights {
  private BrennerWeights() {}

  /**
   * The curve of one stratum.
   *
   * @param standard one weight an age group, in any unit
   * @param groups one tally an age group; one without cases must have the weight 0 or is not
   *     represented, and the others share its weight
   */
  public static SurvivalCurve net(
      double[] standard, List<SurvivalTally> groups, PoharPerme.Transform transform) {
    return PoharPerme.estimate(
        groups.get(0).horizon(), DailySums.weighted(groups, factors(standard, groups)), transform);
  }

  /** The weight of a case of each age group; their mean over the cases is 1. */
  static double[] factors(double[] standard, List<SurvivalTally> groups) {
    Require.that(standard.length == groups.size(), "each age group must have one weight");
    double cases = 0;
    double total = 0;
    for (int g = 0; g < standard.length; g++) {
      Require.notNegative(standard[g], "weights of age groups");
      cases += groups.get(g).cases();
      total += groups.get(g).cases() > 0 ? standard[g] : 0;
    }
    Require.that(total > 0, "an age group with cases must have a weight");
    double[] factors = new double[standard.length];
    for (int g = 0; g < factors.length; g++) {
      double own = groups.get(g).cases();
      factors[g] = own > 0 ? standard[g] / total / (own / cases) : 0;
    }
    return factors;
  }
}
