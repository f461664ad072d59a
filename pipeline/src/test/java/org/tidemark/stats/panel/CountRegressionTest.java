package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tidemark.stats.Shortfall;

final class CountRegressionTest {
  private static double[][] hundred(int units, int periods) {
    double[][] exposure = new double[units][periods];
    for (double[] row : exposure) {
      java.util.Arrays.fill(row, 100);
    }
    return exposure;
  }

  @Test
  void theWorkedExample() {
    double[][] counts = {{10, 40}, {20, 30}, {10, 40}, {20, 30}};
    Panel panel = Panel.of(counts, new int[] {2, 0, 2, 0});
    CountRegression fit = CountRegression.of(panel, hundred(4, 2)).get();
    assertThat(Math.exp(fit.logRatio().value())).isCloseTo(4 / 1.5, within(1e-8));
  }

  @Test
  void anExactCourseIsFoundAgainWhateverTheDenominators() {
    int n = 9;
    int periods = 6;
    double[][] counts = new double[n][periods];
    double[][] exposure = new double[n][periods];
    int[] first = new int[n];
    for (int i = 0; i < n; i++) {
      first[i] = i % 3 == 0 ? 0 : 3 + i % 2;
      for (int t = 0; t < periods; t++) {
        exposure[i][t] = 20 + 7 * i + 3 * t * (i % 4);
        boolean on = first[i] > 0 && t + 1 >= first[i];
        counts[i][t] = exposure[i][t] * Math.exp(-1 - 0.1 * i + 0.05 * t + (on ? 0.3 : 0));
      }
    }
    counts[4][2] = Double.NaN;
    CountRegression fit = CountRegression.of(Panel.of(counts, first), exposure).get();
    assertThat(fit.logRatio().value()).isCloseTo(0.3, within(1e-8));
  }

  @Test
  void unitsWithoutEventsAreLeftOut() {
    double[][] counts = {{10, 40}, {20, 30}, {0, 0}, {12, 30}, {22, 28}};
    Panel panel = Panel.of(counts, new int[] {2, 0, 2, 2, 0});
    CountRegression fit = CountRegression.of(panel, hundred(5, 2)).get();
    assertThat(fit.panel().units()).isEqualTo(4);
    // Of units of the same exposure and a common effect the ratio is that of the sums.
    assertThat(Math.exp(fit.logRatio().value())).isCloseTo((70.0 / 22) / (58.0 / 42), within(0.02));
    Panel none = Panel.of(new double[][] {{0, 0}, {0, 0}}, new int[] {2, 0});
    assertThat(CountRegression.of(none, hundred(2, 2)).shortfall()).contains(Shortfall.NO_CASES);
  }
}
