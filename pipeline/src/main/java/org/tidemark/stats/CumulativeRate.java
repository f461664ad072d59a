package org.tidemark.stats;

import java.util.Arrays;

/**
 * Cumulative rate and cumulative risk from birth to the 75th birthday, in percent. The rate is
 * {@code 5 * sum d_i/n_i} over the fifteen groups 0-74, times the correction for cases of unknown
 * age; the risk is {@code 1 - exp(-rate)}, the share that would develop the disease if nothing else
 * removed them. Day NE, in Cancer Registration: Principles and Methods, IARC Scientific
 * Publications 95, Lyon 1991, chapter 11.
 *
 * <p>The correction multiplies the rate, before the risk is taken: multiplying a risk could carry
 * it above one. Limits of the rate are normal, {@code rate -/+ z * se} cut at 0; those of the risk
 * are the transformed limits of the rate.
 *
 * @param correction all cases over cases of known age
 * @param rate cumulative rate, percent
 * @param rateError its standard error from Poisson counts, percent
 * @param rateLimits its limits, percent
 * @param risk cumulative risk, percent
 * @param riskError its standard error by the delta method, {@code exp(-rate) * se}, percent
 * @param riskLimits its limits, percent
 */
public record CumulativeRate(
    double correction,
    double rate,
    double rateError,
    Interval rateLimits,
    double risk,
    double riskError,
    Interval riskLimits) {
  private static final double YEARS_IN_GROUP = 5;
  private static final double PERCENT = 100;

  /** Cumulative rate and risk; insufficient when a group below 75 has no person-years. */
  public static Answer<CumulativeRate> upTo74(AgeSpecificCounts counts) {
    return counts
        .usableOver(AgeRange.UP_TO_74)
        .then(AgeSpecificCounts::unknownAgeCorrection)
        .map(correction -> corrected(evenlyWeighted(counts), correction));
  }

  /** A rate with equal weights is the sum of the group rates over their number. */
  private static WeightedRate evenlyWeighted(AgeSpecificCounts counts) {
    double[] even = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(even, 1);
    return WeightedRate.over(counts, even, AgeRange.UP_TO_74);
  }

  private static CumulativeRate corrected(WeightedRate mean, double correction) {
    double years = YEARS_IN_GROUP * mean.groups() * correction;
    double rate = mean.rate() * years;
    double error = Math.sqrt(mean.variance()) * years;
    Interval limits = Interval.normal(rate, error).within(0, Double.MAX_VALUE / PERCENT);
    return new CumulativeRate(
        correction,
        rate * PERCENT,
        error * PERCENT,
        limits.scaled(PERCENT),
        risk(rate),
        Math.exp(-rate) * error * PERCENT,
        new Interval(risk(limits.lower()), risk(limits.upper())));
  }

  private static double risk(double rate) {
    return -Math.expm1(-rate) * PERCENT;
  }
}
