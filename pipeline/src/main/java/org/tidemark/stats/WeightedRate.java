package org.tidemark.stats;

import java.util.Arrays;

/**
 * The sums behind every directly standardised rate, with weights already divided by their sum and
 * rates per person-year: {@code rate = sum w d/n}, {@code variance = sum (w/n)^2 d} of Poisson
 * counts, and the weights {@code w/n} that one more case would carry. Breslow NE, Day NE.
 * Statistical Methods in Cancer Research II. IARC Scientific Publications 82, Lyon 1987, chapter 2;
 * limits: see {@link DirectlyStandardisedRate}.
 *
 * @param cases cases of known age in the range
 * @param personYears person-years in the range
 * @param groups number of groups summed
 * @param rate weighted rate
 * @param variance Poisson variance of the rate
 * @param binomialVariance sum of {@code w^2 r (1 - r) / n}
 * @param largest the largest {@code w/n}
 * @param mean the mean {@code w/n}
 * @param meanSquare the mean {@code (w/n)^2}
 */
record WeightedRate(
    long cases,
    double personYears,
    int groups,
    double rate,
    double variance,
    double binomialVariance,
    double largest,
    double mean,
    double meanSquare) {

  /** Sums over the groups of the range, which must have passed {@code usableOver}. */
  static WeightedRate over(AgeSpecificCounts counts, double[] weights, AgeRange range) {
    int last = Math.min(range.last(), counts.openGroup());
    double[] used = Arrays.copyOfRange(counts.pool(weights), range.first(), last + 1);
    double total = Arrays.stream(used).sum();
    Require.that(total > 0, "weights of the age range must not all be 0");
    double[] cases = new double[used.length];
    double[] years = new double[used.length];
    double[] shares = new double[used.length];
    for (int g = 0; g < used.length; g++) {
      cases[g] = (double) counts.pooledCases(range.first() + g);
      years[g] = counts.personYears(range.first() + g);
      shares[g] = used[g] / total / years[g];
    }
    return sums(cases, years, shares);
  }

  private static WeightedRate sums(double[] cases, double[] years, double[] shares) {
    double rate = 0;
    double variance = 0;
    double binomial = 0;
    double square = 0;
    for (int g = 0; g < cases.length; g++) {
      double term = shares[g] * shares[g] * cases[g];
      rate += shares[g] * cases[g];
      variance += term;
      // A rate above one a year has no binomial variance; such a group adds none.
      binomial += term * Math.max(0, 1 - cases[g] / years[g]);
      square += shares[g] * shares[g];
    }
    return new WeightedRate(
        (long) Arrays.stream(cases).sum(),
        Arrays.stream(years).sum(),
        cases.length,
        rate,
        variance,
        binomial,
        Arrays.stream(shares).max().orElse(0),
        Arrays.stream(shares).average().orElse(0),
        square / cases.length);
  }

  /** The gamma limits of Fay and Feuer: the upper one adds a case of the largest weight. */
  Interval fayFeuer() {
    return new Interval(
        lowerGamma(), gammaLimit(rate + largest, variance + largest * largest, upperTail()));
  }

  /** Tiwari's closer upper limit: it adds a case spread evenly over the groups. */
  Interval tiwari() {
    return new Interval(lowerGamma(), gammaLimit(rate + mean, variance + meanSquare, upperTail()));
  }

  private double lowerGamma() {
    return cases == 0 ? 0 : gammaLimit(rate, variance, Confidence.TAIL);
  }

  private static double upperTail() {
    return 1 - Confidence.TAIL;
  }

  private static double gammaLimit(double mean, double variance, double probability) {
    return variance == 0
        ? mean
        : Quantiles.gamma(mean * mean / variance, probability) * variance / mean;
  }
}
