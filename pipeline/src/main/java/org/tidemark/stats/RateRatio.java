package org.tidemark.stats;

/**
 * The ratio of two rates with exact limits. Given the sum of the two counts, the first is binomial
 * with {@code p = r n1 / (r n1 + n2)}, r being the ratio; the limits of p are those of Clopper and
 * Pearson. Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson
 * series. Biometrika 1940;31:313-323. doi:10.1093/biomet/31.3-4.313. Clopper CJ, Pearson ES.
 * Biometrika 1934;26:404-413. doi:10.1093/biomet/26.4.404
 *
 * @param ratio first rate over second
 * @param exact exact conditional limits; the lower is 0 when the first has no event
 */
public record RateRatio(double ratio, Interval exact) {
  /**
   * The ratio; insufficient without person-years, or without an event in the second rate.
   *
   * @param firstEvents events of the first rate
   * @param firstYears person-years of the first rate
   * @param secondEvents events of the second rate
   * @param secondYears person-years of the second rate
   */
  public static Answer<RateRatio> of(
      long firstEvents, double firstYears, long secondEvents, double secondYears) {
    Require.notNegative(firstEvents, "events of the first rate");
    Require.notNegative(secondEvents, "events of the second rate");
    double first = AgeSpecificCounts.counted(firstYears);
    double second = AgeSpecificCounts.counted(secondYears);
    if (first == 0 || second == 0) {
      return Answer.insufficient(Shortfall.NO_PERSON_YEARS);
    }
    if (secondEvents == 0) {
      return Answer.insufficient(Shortfall.NO_CASES);
    }
    return Answer.given(ofOdds((double) firstEvents, (double) secondEvents, second / first));
  }

  private static RateRatio ofOdds(double a, double b, double years) {
    return new RateRatio(
        a / b * years, new Interval(lowerOdds(a, b) * years, upperOdds(a, b) * years));
  }

  private static double lowerOdds(double a, double b) {
    return a == 0 ? 0 : odds(Quantiles.beta(a, b + 1, Confidence.TAIL));
  }

  /** The odds as one over those of the other count: near 1 a share has lost its digits. */
  private static double upperOdds(double a, double b) {
    return 1 / odds(Quantiles.beta(b, a + 1, Confidence.TAIL));
  }

  private static double odds(double p) {
    return p / (1 - p);
  }
}
