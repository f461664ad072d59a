package org.tidemark.stats;

/**
 * Relative survival by the second method of Ederer: the hazard of an interval is its deaths less
 * the expected deaths of those at risk, over the number at risk. Intervals end on the days on which
 * a follow-up ends. Ederer F, Heise H. Instructions to IBM 650 programmers in processing survival
 * computations. Methodological note 10, National Cancer Institute, Bethesda 1959; compared with the
 * other methods by Hakulinen T, Seppä K, Lambert PC. Eur J Cancer 2011;47:2202-2210.
 * doi:10.1016/j.ejca.2011.03.011
 */
public final class EdererTwo {
  private EdererTwo() {}

  /** The curve of relative survival of one stratum. */
  public static SurvivalCurve estimate(SurvivalTally tally, PoharPerme.Transform transform) {
    DailySums sums = DailySums.of(tally);
    SurvivalCurve.Values values = new SurvivalCurve.Values(sums.last);
    int readable = Math.min(sums.last, sums.unknownFrom - 1);
    double expected = 0;
    for (int t = 1; t <= readable; t++) {
      expected += sums.expected[t];
      double n = sums.atRisk[t];
      double hazard = sums.exits[t] ? (sums.deaths[t] - expected) / n : 0;
      values.step(t, transform.factor(hazard), sums.deaths[t] / (n * n));
      expected = sums.exits[t] ? 0 : expected;
    }
    return SurvivalCurve.net(tally, sums, values);
  }
}
