package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.FunnelPlot.Point;
import org.tidemark.stats.FunnelPlot.Verdict;

final class FunnelPlotTest {
  @Test
  void theWorkedExample() {
    FunnelPlot plot = FunnelPlot.ofShares(new long[] {50}, new long[] {100}, 0.5).get();
    Point point = plot.points().get(0);
    assertThat(point.inner().lower())
        .isCloseTo(Math.pow(Math.sin(Math.PI / 4 - Confidence.Z / 20), 2), within(1e-12));
    assertThat(point.inner().upper()).isCloseTo(0.5973, within(1e-3));
    assertThat(point.verdict()).isEqualTo(Verdict.AS_EXPECTED);
  }

  @Test
  void limitsOfSmallUnitsStayInsideAndInOrder() {
    // Without the clamp the sine of an angle below 0 turns back and the limits cross.
    FunnelPlot plot = FunnelPlot.ofShares(new long[] {0, 1, 2}, new long[] {1, 2, 3}, 0.03).get();
    for (Point point : plot.points()) {
      assertThat(point.inner().lower()).isZero();
      assertThat(point.outer().upper()).isGreaterThanOrEqualTo(point.inner().upper());
      assertThat(point.outer().upper()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void ratiosHaveTheLimitsOfAPoissonCount() {
    Point point = FunnelPlot.ofRatios(new long[] {20}, new double[] {10}, 1).get().points().get(0);
    assertThat(point.inner().upper() * 10)
        .isCloseTo(Quantiles.gamma(11, 1 - Confidence.TAIL), within(1e-6));
    assertThat(point.inner().lower() * 10)
        .isCloseTo(Quantiles.gamma(10, Confidence.TAIL), within(1e-6));
    assertThat(point.verdict()).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void fewUnitsAreNeverAdjusted() {
    long[] events = {1, 99, 1, 99, 1, 99, 1, 99, 1};
    long[] trials = new long[9];
    Arrays.fill(trials, 100);
    FunnelPlot plot = FunnelPlot.ofShares(events, trials).get();
    assertThat(plot.adjusted()).isFalse();
    assertThat(plot.points().get(0).verdict()).isEqualTo(Verdict.MUCH_LOWER);
  }

  @Test
  void overDispersionWidensTheLimits() {
    long[] events = {20, 80, 30, 70, 25, 75, 50, 45, 55, 35, 65, 40};
    long[] trials = new long[12];
    Arrays.fill(trials, 100);
    FunnelPlot plot = FunnelPlot.ofShares(events, trials).get();
    assertThat(plot.adjusted()).isTrue();
    // All of one size: tau^2 = (n phi - (n - 1)) / ((n - 1) w), with z drawn in by one each side.
    double[] z = new double[12];
    for (int i = 0; i < 12; i++) {
      z[i] = (Math.asin(Math.sqrt(events[i] / 100.0)) - Math.asin(Math.sqrt(plot.target()))) * 20;
    }
    Arrays.sort(z);
    z[0] = z[1];
    z[11] = z[10];
    double squares = Arrays.stream(z).map(v -> v * v).sum();
    assertThat(plot.tau()).isCloseTo(Math.sqrt((squares - 11) / (11 * 400.0)), within(1e-12));
    assertThat(plot.points())
        .allSatisfy(p -> assertThat(p.verdict()).isNotEqualTo(Verdict.MUCH_LOWER));
  }

  @Test
  void unitsThatAgreeAreNotAdjusted() {
    long[] events = new long[20];
    long[] trials = new long[20];
    Arrays.fill(events, 30);
    Arrays.fill(trials, 60);
    assertThat(FunnelPlot.ofShares(events, trials).get().tau()).isZero();
  }

  @Test
  void withoutTrialsThereIsNoPlot() {
    assertThat(FunnelPlot.ofShares(new long[0], new long[0]).shortfall())
        .contains(Shortfall.NO_OBSERVATIONS);
  }
}
