package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CensoredQuantileTest {
  /** Weeks of remission with maintained chemotherapy; a minus marks censoring. Miller 1981. */
  private static final double[] MAINTAINED = {9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161};

  private static final double[] NOT_MAINTAINED = {5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45};

  @Test
  void remissionUnderMaintenance() {
    CensoredQuantile median = median(MAINTAINED);
    assertThat(median.count()).isEqualTo(11);
    assertThat(median.events()).isEqualTo(7);
    assertThat(median.value()).isEqualTo(31);
    assertThat(median.lower()).isEqualTo(18);
    assertThat(median.upper()).isEmpty();
  }

  @Test
  void remissionWithoutMaintenance() {
    CensoredQuantile median = median(NOT_MAINTAINED);
    assertThat(median.events()).isEqualTo(11);
    assertThat(median.value()).isEqualTo(23);
    assertThat(median.lower()).isEqualTo(8);
    assertThat(median.upper()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74, 75, 76})
  void withoutCensoringItIsTheOrderStatistic(long seed) {
    double[] times = new SplittableRandom(seed).doubles(41, 0, 500).toArray();
    boolean[] observed = new boolean[times.length];
    Arrays.fill(observed, true);
    CensoredQuantile median = CensoredQuantile.median(times, observed, LimitScale.PLAIN).get();
    Quantile complete = Quantile.median(times).get();
    assertThat(median.value()).isEqualTo(complete.value());
    assertThat(median.lower()).isLessThanOrEqualTo(median.value());
    assertThat(median.upper().orElseThrow()).isGreaterThanOrEqualTo(median.value());
  }

  /** On the plain scale the limits bound the times whose curve lies within z errors of a half. */
  @ParameterizedTest
  @ValueSource(longs = {81, 82, 83, 84, 85, 86})
  void plainLimitsAreTheAcceptanceSetOfBrookmeyerAndCrowley(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 60;
    SurvivalTally tally = SurvivalTally.empty(400);
    double[] times = new double[n];
    boolean[] observed = new boolean[n];
    for (int i = 0; i < n; i++) {
      int day = 1 + random.nextInt(300);
      observed[i] = random.nextInt(5) > 0;
      times[i] = day;
      tally.addObserved(0, day, observed[i]);
    }
    CensoredQuantile median = CensoredQuantile.median(times, observed, LimitScale.PLAIN).get();
    SurvivalCurve curve = KaplanMeier.estimate(tally);
    assertThat(distance(curve, median.lower())).isLessThanOrEqualTo(Confidence.Z);
    assertThat(distance(curve, median.lower() - 1)).isGreaterThan(Confidence.Z);
    double upper = median.upper().orElseThrow();
    assertThat(distance(curve, upper)).isLessThanOrEqualTo(-Confidence.Z);
    assertThat(distance(curve, upper - 1)).isGreaterThan(-Confidence.Z);
  }

  @Test
  void aCurveThatStaysHighHasNoMedian() {
    assertThat(
            CensoredQuantile.median(
                    new double[] {1, 2, 3}, new boolean[] {true, false, false}, LimitScale.LOG)
                .shortfall())
        .contains(Shortfall.QUANTILE_NOT_REACHED);
    assertThat(CensoredQuantile.median(new double[0], new boolean[0], LimitScale.LOG).shortfall())
        .contains(Shortfall.NO_OBSERVATIONS);
  }

  @Test
  void oneEventBoundsItself() {
    CensoredQuantile median =
        CensoredQuantile.median(new double[] {6}, new boolean[] {true}, LimitScale.LOG_LOG).get();
    assertThat(median.value()).isEqualTo(6);
    assertThat(median.lower()).isEqualTo(6);
    assertThat(median.upper()).isEmpty();
  }

  @Test
  void argumentsAreRefusedByPlace() {
    assertThatThrownBy(() -> CensoredQuantile.median(new double[2], new boolean[3], LimitScale.LOG))
        .hasMessageContaining("observed or censored");
    assertThatThrownBy(() -> CensoredQuantile.of(new double[2], new boolean[2], 1, LimitScale.LOG))
        .hasMessageContaining("probability");
  }

  private static double distance(SurvivalCurve curve, double day) {
    SurvivalPoint point =
        curve.at((day + 0.5) / PopulationHazard.DAYS_IN_YEAR, LimitScale.PLAIN).get();
    return point.survival() == 1 ? Double.MAX_VALUE : (point.survival() - 0.5) / point.error();
  }

  private static CensoredQuantile median(double[] signed) {
    double[] times = Arrays.stream(signed).map(Math::abs).toArray();
    boolean[] observed = new boolean[signed.length];
    for (int i = 0; i < signed.length; i++) {
      observed[i] = signed[i] > 0;
    }
    return CensoredQuantile.median(times, observed, LimitScale.LOG).get();
  }
}
