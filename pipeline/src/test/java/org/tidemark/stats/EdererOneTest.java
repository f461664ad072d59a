package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EdererOneTest {
  private static final int HORIZON = 1827;

  private static PopulationHazard constant(double perDay) {
    return PopulationHazard.nearest(
        new double[] {0}, new int[] {0}, new double[][][] {{{perDay}}, {{perDay}}});
  }

  private static SurvivalCurve of(PopulationHazard hazard, int[] days, boolean[] died) {
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    ExpectedTally expected = ExpectedTally.daily(HORIZON);
    for (int i = 0; i < days.length; i++) {
      tally.addLate(20_000, 10_000, 0, days[i], died[i], hazard, 1);
      expected.add(20_000, 10_000, HORIZON, hazard, 1);
    }
    return EdererOne.estimate(tally, expected);
  }

  /** One of two died on day 400, where exp(-0.04) were expected to live; nobody left since. */
  @Test
  void theWorkedExample() {
    SurvivalCurve curve = of(constant(1e-4), new int[] {400, HORIZON}, new boolean[] {true, false});
    double survival = curve.at(5, LimitScale.PLAIN).get().survival();
    assertThat(survival).isCloseTo(0.5 / Math.exp(-0.04), within(1e-9));
  }

  /** Expected to be dead many times over, and alive: no ratio, and no infinity. */
  @Test
  void whereNobodyIsExpectedToLiveThereIsNoFigure() {
    SurvivalCurve curve = of(constant(1), new int[] {HORIZON, 900}, new boolean[] {false, false});
    for (double years : new double[] {1, 3, 5}) {
      curve
          .at(years, LimitScale.PLAIN)
          .figure()
          .ifPresent(point -> assertThat(point.survival()).isFinite());
    }
    assertThat(curve.at(5, LimitScale.PLAIN).figure()).isEmpty();
  }
}
