package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalCurveTest {
  private static final PopulationHazard HAZARD = SyntheticHazard.yearly(1);

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58})
  void limitsContainTheEstimateAndNothingIsInfinite(long seed) {
    int persons = (int) (seed - 50) * 5;
    SurvivalTally tally =
        SurvivalTallyTest.tally(SurvivalTallyTest.persons(seed, persons, 0), HAZARD);
    for (SurvivalCurve curve : curves(tally)) {
      for (LimitScale scale : LimitScale.values()) {
        for (double years = 0; years < 6; years += 0.1) {
          curve.at(years, scale).figure().ifPresent(SurvivalCurveTest::isSound);
        }
      }
    }
  }

  private static void isSound(SurvivalPoint point) {
    assertThat(point.limits().contains(point.survival())).isTrue();
    assertThat(point.error()).isFinite().isNotNegative();
    assertThat(point.survival()).isFinite().isPositive();
    assertThat(point.atRisk()).isPositive();
  }

  @Test
  void aCurveIsNotCarriedOnBeyondItsFollowUp() {
    SurvivalTally tally = SurvivalTally.empty(4000);
    tally.add(20_000, 10_000, 300, false, HAZARD, 1);
    tally.add(21_000, 10_000, 200, true, HAZARD, 2);
    for (SurvivalCurve curve : curves(tally)) {
      assertThat(curve.lastDay()).isEqualTo(300);
      assertThat(curve.at(0.8, LimitScale.LOG).figure()).isPresent();
      assertThat(curve.at(1, LimitScale.LOG).shortfall()).contains(Shortfall.FOLLOW_UP_TOO_SHORT);
      assertThat(curve.at(11, LimitScale.LOG).shortfall()).contains(Shortfall.BEYOND_HORIZON);
    }
  }

  @Test
  void nobodyHasNoSurvival() {
    for (SurvivalCurve curve : curves(SurvivalTally.empty(100))) {
      assertThat(curve.at(0, LimitScale.LOG).shortfall()).contains(Shortfall.FOLLOW_UP_TOO_SHORT);
    }
  }

  @Test
  void aCurveIsNotCarriedOverAGap() {
    SurvivalTally tally = SurvivalTally.empty(1000);
    tally.add(20_000, 10_000, 200, false, HAZARD, 1);
    tally.addLate(20_000, 10_000, 300, 900, false, HAZARD, 1);
    for (SurvivalCurve curve : curves(tally)) {
      assertThat(curve.lastDay()).isEqualTo(200);
      assertThat(curve.at(2, LimitScale.LOG).shortfall()).contains(Shortfall.FOLLOW_UP_TOO_SHORT);
    }
  }

  @Test
  void theLastDeathLeavesNoFigure() {
    SurvivalTally tally = SurvivalTally.empty(400);
    tally.addObserved(0, 366, true);
    SurvivalCurve curve = KaplanMeier.estimate(tally);
    assertThat(curve.at(1, LimitScale.LOG).get().survival()).isEqualTo(1);
    assertThat(curve.at(366.5 / 365.241, LimitScale.LOG).shortfall())
        .contains(Shortfall.NO_SURVIVORS);
  }

  @Test
  void anUnknownPopulationHazardLeavesObservedSurvivalOnly() {
    SurvivalTally tally = SurvivalTally.empty(400);
    tally.add(20_000, 10_000, 390, false, HAZARD, 1);
    tally.addObserved(0, 100, false);
    assertThat(KaplanMeier.estimate(tally).at(1, LimitScale.LOG).get().survival()).isEqualTo(1);
    assertThat(
            PoharPerme.estimate(tally, PoharPerme.Transform.KAPLAN_MEIER)
                .at(1, LimitScale.LOG)
                .shortfall())
        .contains(Shortfall.NO_POPULATION_HAZARD);
  }

  @Test
  void aWeightBeyondTheFixedPointStopsTheCurveAtItsDay() {
    PopulationHazard steep =
        PopulationHazard.nearest(new double[] {0}, new int[] {0}, new double[][][] {{{0.02}}});
    SurvivalTally tally = SurvivalTally.empty(2000);
    tally.add(20_000, 10_000, 1500, false, steep, 1);
    tally.add(20_000, 10_000, 1500, false, steep, 1);
    SurvivalCurve curve = PoharPerme.estimate(tally, PoharPerme.Transform.FLEMING_HARRINGTON);
    // exp(0.02 t) reaches 2^9 / 0.02 at t = 507, before it reaches 2^19.
    SurvivalPoint point = curve.at(506.5 / 365.241, LimitScale.LOG).get();
    assertThat(Math.log(point.survival())).isCloseTo(0.02 * 506, within(1e-6));
    assertThat(curve.at(508.5 / 365.241, LimitScale.LOG).shortfall())
        .contains(Shortfall.WEIGHT_NOT_REPRESENTABLE);
    assertThat(KaplanMeier.estimate(tally).at(4, LimitScale.LOG).get().survival()).isEqualTo(1);
  }

  @Test
  void aSumBeyondTheFixedPointIsNoticed() {
    PopulationHazard steep =
        PopulationHazard.nearest(new double[] {0}, new int[] {0}, new double[][][] {{{0.02}}});
    SurvivalTally tally = SurvivalTally.empty(500);
    tally.add(20_000, 10_000, 500, false, steep, 1);
    // Doubling 2^20 times: a million cases of weight exp(10).
    for (int i = 0; i < 20; i++) {
      tally.merge(SurvivalTally.fromArray(tally.toArray()));
    }
    assertThat(tally.cases()).isEqualTo(1 << 20);
    assertThat(
            PoharPerme.estimate(tally, PoharPerme.Transform.KAPLAN_MEIER)
                .at(1, LimitScale.LOG)
                .shortfall())
        .contains(Shortfall.WEIGHT_NOT_REPRESENTABLE);
  }

  @Test
  void ageStandardisationAsksForEveryAgeGroup() {
    SurvivalPoint point = new SurvivalPoint(1, 365, 10, 0.5, 0.2, 0.1, new Interval(0.3, 0.7));
    Answer<SurvivalPoint> given = Answer.given(point);
    Answer<SurvivalPoint> none = Answer.insufficient(Shortfall.FOLLOW_UP_TOO_SHORT);
    assertThat(AgeStandardisedSurvival.of(new double[] {1, 1}, List.of(given, none)).shortfall())
        .contains(Shortfall.STRATUM_INSUFFICIENT);
    AgeStandardisedSurvival one =
        AgeStandardisedSurvival.of(new double[] {3, 0}, List.of(given, none)).get();
    assertThat(one.survival()).isEqualTo(0.5);
    assertThat(one.plain().upper()).isCloseTo(0.5 + 0.1 * Confidence.Z, within(1e-15));
  }

  private static List<SurvivalCurve> curves(SurvivalTally tally) {
    return List.of(
        KaplanMeier.estimate(tally),
        PoharPerme.estimate(tally, PoharPerme.Transform.KAPLAN_MEIER),
        PoharPerme.estimate(tally, PoharPerme.Transform.FLEMING_HARRINGTON),
        EdererTwo.estimate(tally, PoharPerme.Transform.KAPLAN_MEIER));
  }
}
