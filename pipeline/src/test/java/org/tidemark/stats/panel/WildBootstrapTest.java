package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.TwoWayRegression.Correction;
import org.tidemark.stats.panel.WildBootstrap.Weights;

final class WildBootstrapTest {
  /** Changes 5 (treated), 1, 2 and 0, from one period to the next. */
  private static Panel four() {
    double[][] y = {{0, 5}, {1, 2}, {1, 3}, {2, 2}};
    return Panel.of(y, new int[] {2, 0, 0, 0});
  }

  /** The t of least squares of changes on a constant and treatment, cluster-robust, by hand. */
  private static double t(double[] change, boolean[] treated) {
    double[] sum = new double[2];
    int[] n = new int[2];
    for (int i = 0; i < change.length; i++) {
      sum[treated[i] ? 1 : 0] += change[i];
      n[treated[i] ? 1 : 0]++;
    }
    double variance = 0;
    for (int i = 0; i < change.length; i++) {
      int k = treated[i] ? 1 : 0;
      variance += Math.pow((change[i] - sum[k] / n[k]) / n[k], 2);
    }
    return (sum[1] / n[1] - sum[0] / n[0]) / Math.sqrt(variance);
  }

  @Test
  void allSignsByHand() {
    double[] change = {5, 4, 1, 2, 0};
    boolean[] treated = {true, true, false, false, false};
    double mean = 12.0 / 5;
    double observed = Math.abs(t(change, treated));
    int far = 0;
    for (int mask = 0; mask < 32; mask++) {
      double[] sample = new double[5];
      for (int i = 0; i < 5; i++) {
        sample[i] = mean + (change[i] - mean) * ((mask >> i & 1) == 0 ? 1 : -1);
      }
      far += Math.abs(t(sample, treated)) >= observed * (1 - 1e-9) ? 1 : 0;
    }
    double[][] y = {{0, 5}, {1, 5}, {1, 2}, {1, 3}, {2, 2}};
    Panel panel = Panel.of(y, new int[] {2, 2, 0, 0, 0});
    WildBootstrap result = WildBootstrap.of(panel, Weights.RADEMACHER_ENUMERATED, 0, 0).get();
    assertThat(Math.abs(result.t())).isCloseTo(observed, within(1e-10));
    assertThat(result.p()).isEqualTo(far / 32.0);
    assertThat(result.samples()).isEqualTo(32);
  }

  @Test
  void weightsFollowTheNumberOfClusters() {
    assertThat(Weights.of(11)).isEqualTo(Weights.WEBB);
    assertThat(Weights.of(12)).isEqualTo(Weights.RADEMACHER_ENUMERATED);
    assertThat(Weights.of(16)).isEqualTo(Weights.RADEMACHER_ENUMERATED);
    assertThat(Weights.of(17)).isEqualTo(Weights.RADEMACHER);
  }

  @Test
  void itsTIsThatOfTheRegression() {
    Panel panel = ReferencePanel.panel();
    WildBootstrap result = WildBootstrap.of(panel, 999, 5).get();
    Effect effect = TwoWayRegression.ofTreatment(panel).get().effect(Correction.NONE);
    assertThat(result.t()).isCloseTo(effect.value() / effect.se().getAsDouble(), within(1e-8));
    assertThat(result.p()).isLessThan(0.01);
    Interval limits = result.limits().orElseThrow();
    assertThat(limits.lower()).isBetween(0.05, 0.08);
    assertThat(limits.upper()).isBetween(0.09, 0.12);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    Panel panel = GeneratedPanel.of(8, 6, 0.5, 3);
    assertThat(WildBootstrap.of(panel, 499, 9).get())
        .isEqualTo(WildBootstrap.of(panel, 499, 9).get());
  }

  @Test
  void anEffectAtTheLimitHasAPOfOneInTwenty() {
    Panel panel = GeneratedPanel.of(14, 6, 1, 4);
    WildBootstrap result = WildBootstrap.of(panel, 0, 0).get();
    assertThat(result.weights()).isEqualTo(Weights.RADEMACHER_ENUMERATED);
    double upper = result.limits().orElseThrow().upper();
    assertThat(WildBootstrap.of(moved(panel, upper + 1e-3), 0, 0).get().p()).isLessThan(0.0502);
    assertThat(WildBootstrap.of(moved(panel, upper - 1e-3), 0, 0).get().p()).isGreaterThan(0.0498);
  }

  private static Panel moved(Panel panel, double by) {
    double[][] y = new double[panel.units()][panel.periods()];
    int[] first = new int[panel.units()];
    for (int i = 0; i < y.length; i++) {
      first[i] = panel.first(i);
      for (int t = 1; t <= panel.periods(); t++) {
        y[i][t - 1] = panel.outcome(i, t) - (panel.treated(i, t) ? by : 0);
      }
    }
    return Panel.of(y, first);
  }

  @Test
  void oneClusterTellsNothing() {
    Panel one = four().clustered(new int[] {1, 1, 1, 1});
    assertThat(WildBootstrap.of(one, 99, 1).shortfall()).contains(Shortfall.TOO_FEW_UNITS);
  }
}
