package org.tidemark.stats;

import java.util.Arrays;

/**
 * Observed survival, all causes of death, by the product-limit estimator: product of {@code 1 -
 * d/n} over days. Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481.
 * doi:10.1080/01621459.1958.10501452. Standard error of Greenwood: the variance of log S sums
 * {@code d / (n (n - d))}. Greenwood M. The natural duration of cancer. Reports on Public Health
 * and Medical Subjects 33, HMSO, London 1926.
 */
public final class KaplanMeier {
  private KaplanMeier() {}

  /** The curve of observed survival of one stratum. */
  public static SurvivalCurve estimate(SurvivalTally tally) {
    DailySums sums = DailySums.of(tally);
    return curve(tally, sums, sums.deaths);
  }

  /**
   * The curve of cause-specific survival of one stratum: deaths from other causes end a follow-up
   * as the last contact does.
   *
   * @param tally a tally whose deaths of the cancer were counted
   */
  public static SurvivalCurve causeSpecific(SurvivalTally tally) {
    DailySums sums = DailySums.of(tally);
    long[] deaths = new long[sums.last + 1];
    Arrays.setAll(deaths, tally::deathsOfCancer);
    return curve(tally, sums, deaths);
  }

  private static SurvivalCurve curve(SurvivalTally tally, DailySums sums, long[] deaths) {
    SurvivalCurve.Values values = new SurvivalCurve.Values(sums.last);
    for (int t = 1; t <= sums.last; t++) {
      double n = sums.atRisk[t];
      double d = deaths[t];
      // After the last survivor's death the variance is infinite; the curve then gives no figure.
      values.step(t, d == 0 ? 1 : (n - d) / n, d == 0 ? 0 : d / (n * (n - d)));
    }
    return SurvivalCurve.observed(tally, sums, values);
  }
}
