package org.tidemark.stats;

/**
 * The age-standardised rate (ASR) by the direct method, per 100,000 person-years: {@code sum w_i
 * d_i/n_i / sum w_i}, times the correction for cases of unknown age. Weights need not sum to any
 * particular number; over a truncated range only the weights of that range are used.
 *
 * <p>Limits: gamma by Fay MP, Feuer EJ. Stat Med 1997;16:791-801,
 * doi:10.1002/(SICI)1097-0258(19970415)16:7&lt;791::AID-SIM500&gt;3.0.CO;2-#; its closer form by
 * Tiwari RC, Clegg LX, Zou Z. Stat Methods Med Res 2006;15:547-569, doi:10.1177/0962280206070621.
 * Standard errors: Boyle P, Parkin DM, in Cancer Registration: Principles and Methods, IARC
 * Scientific Publications 95, Lyon 1991, chapter 11.
 *
 * @param cases cases of known age in the range
 * @param unknownAge cases of unknown age, whatever the range
 * @param personYears person-years in the range
 * @param ageGroups number of age groups used, the last possibly open-ended
 * @param correction all cases over cases of known age, at all ages
 * @param uncorrected the rate of the cases of known age
 * @param asr the rate with the correction
 * @param poissonError standard error from Poisson counts, {@code sqrt(sum w^2 d/n^2) / sum w},
 *     corrected
 * @param binomialError standard error from binomial counts, {@code sqrt(sum w^2 r(1-r)/n) / sum w},
 *     corrected
 * @param fayFeuer gamma limits, corrected; the interval to prefer
 * @param tiwari gamma limits with the closer upper one, corrected
 * @param normal {@code asr -/+ z * poissonError}; may fall below 0
 * @param logNormal {@code asr * exp(-/+ z * poissonError / asr)}; insufficient without cases
 */
public record DirectlyStandardisedRate(
    long cases,
    long unknownAge,
    double personYears,
    int ageGroups,
    double correction,
    double uncorrected,
    double asr,
    double poissonError,
    double binomialError,
    Interval fayFeuer,
    Interval tiwari,
    Interval normal,
    Answer<Interval> logNormal) {

  /**
   * The rate over an age range; insufficient when a group of the range has no person-years.
   *
   * @param counts cases and person-years
   * @param weights the standard population, one weight for each of the eighteen groups
   * @param range the ages to sum over
   * @throws IllegalArgumentException if the weights are negative, or all 0 in the range
   */
  public static Answer<DirectlyStandardisedRate> of(
      AgeSpecificCounts counts, double[] weights, AgeRange range) {
    requireWeights(weights);
    return counts
        .usableOver(range)
        .then(AgeSpecificCounts::unknownAgeCorrection)
        .map(c -> corrected(WeightedRate.over(counts, weights, range), counts.unknownAge(), c));
  }

  private static DirectlyStandardisedRate corrected(
      WeightedRate sums, long unknownAge, double correction) {
    double unit = Rate.PER * correction;
    double asr = sums.rate() * unit;
    double error = Math.sqrt(sums.variance()) * unit;
    return new DirectlyStandardisedRate(
        sums.cases(),
        unknownAge,
        sums.personYears(),
        sums.groups(),
        correction,
        sums.rate() * Rate.PER,
        asr,
        error,
        Math.sqrt(sums.binomialVariance()) * unit,
        sums.fayFeuer().scaled(unit),
        sums.tiwari().scaled(unit),
        Interval.normal(asr, error),
        asr > 0 ? Interval.logNormal(asr, error / asr) : Answer.insufficient(Shortfall.NO_CASES));
  }

  private static void requireWeights(double[] weights) {
    Require.that(
        weights.length == AgeSpecificCounts.GROUPS, "weights must be given for eighteen groups");
    for (double weight : weights) {
      Require.notNegative(weight, "weights of the standard population");
    }
  }
}
