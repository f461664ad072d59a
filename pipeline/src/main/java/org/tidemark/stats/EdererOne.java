package org.tidemark.stats;

/**
 * Relative survival by the first method of Ederer: the observed survival of all causes over the
 * mean expected survival of all cases, each counted for as long as the curve runs. Ederer F, Axtell
 * LM, Cutler SJ. The relative survival rate: a statistical methodology. Natl Cancer Inst Monogr
 * 1961;6:101-121.
 *
 * <p>The squared standard error of the logarithm sums {@code d / n^2}. Values change on days on
 * which a follow-up ends.
 */
public final class EdererOne {
  private EdererOne() {}

  /**
   * The curve of one stratum.
   *
   * @param tally its follow-up
   * @param expected the expected survival of the same cases by day, as far as the tally's horizon
   */
  public static SurvivalCurve estimate(SurvivalTally tally, ExpectedTally expected) {
    double cases = tally.cases();
    return over(tally, day -> expected.alive(day) / cases);
  }

  /** The observed survival over an expected one, on days on which a follow-up ends. */
  static SurvivalCurve over(SurvivalTally tally, java.util.function.IntToDoubleFunction expected) {
    DailySums sums = DailySums.of(tally);
    SurvivalCurve.Values values = new SurvivalCurve.Values(sums.last);
    double before = 1;
    for (int t = 1; t <= sums.last; t++) {
      double n = sums.atRisk[t];
      double now = sums.exits[t] ? expected.applyAsDouble(t) : before;
      values.step(t, (n - sums.deaths[t]) / n * before / now, sums.deaths[t] / (n * n));
      before = now;
    }
    return SurvivalCurve.net(tally, sums, values);
  }
}
