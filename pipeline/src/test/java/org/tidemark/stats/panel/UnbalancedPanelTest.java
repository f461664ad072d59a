package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.stats.panel.CallawaySantAnna.Design;
import org.tidemark.stats.panel.CallawaySantAnna.GroupTime;

/** Sites with gaps take part where they were observed. */
final class UnbalancedPanelTest {
  private static final double GAP = Double.NaN;

  private static GroupTime only(CallawaySantAnna fit, int cohort, int period) {
    return fit.groupTimes().stream()
        .filter(c -> c.cohort() == cohort && c.period() == period)
        .findFirst()
        .orElseThrow();
  }

  /** Some cells of the generated panel are lost, none of them by its outcome. */
  private static Panel withGaps(Panel whole) {
    double[][] y = new double[whole.units()][whole.periods()];
    int[] first = new int[whole.units()];
    for (int i = 0; i < y.length; i++) {
      first[i] = whole.first(i);
      for (int t = 0; t < whole.periods(); t++) {
        y[i][t] = (7 * i + 3 * t) % 11 == 0 ? GAP : whole.outcome(i, t + 1);
      }
    }
    return Panel.of(y, first);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "true, true", "false, false", "false, true"})
  void withoutGapsNothingChanges(boolean later, boolean universal) {
    Panel panel = GeneratedPanel.of(30, 8, 1, 5);
    CallawaySantAnna one = CallawaySantAnna.of(panel, new Design(later, universal)).get();
    CallawaySantAnna other = CallawaySantAnna.of(panel, new Design(later, universal, true)).get();
    assertThat(other.groupTimes()).isEqualTo(one.groupTimes());
    assertThat(other.dynamic()).isEqualTo(one.dynamic());
  }

  @Test
  void eachMeanIsOverTheSitesObservedThen() {
    double[][] y = {
      {1, 5}, {3, 6}, {5, GAP}, {GAP, 10}, {2, 3}, {4, 4}, {GAP, 8}, {9, GAP},
    };
    Panel panel = Panel.of(y, new int[] {2, 2, 2, 2, 0, 0, 0, 0});
    CallawaySantAnna fit = CallawaySantAnna.of(panel, new Design(true, false, true)).get();
    GroupTime cell = only(fit, 2, 2);
    // Treated: (5 + 6 + 10) / 3 - (1 + 3 + 5) / 3 = 4; controls: 15 / 3 - 15 / 3 = 0.
    assertThat(cell.effect().value()).isCloseTo(4, within(1e-12));
    assertThat(cell.controls()).isEqualTo(3);
    assertThat(fit.incomplete()).isZero();
    // Of each mean of n the squared distances over n squared; a site in both counts its difference.
    double a = influence(new double[] {1, 3, 5}, new double[] {5, 6, 10}, 2);
    double b = influence(new double[] {2, 4, 9}, new double[] {3, 4, 8}, 2);
    assertThat(cell.effect().se().getAsDouble()).isCloseTo(Math.sqrt(a + b), within(1e-12));
  }

  /** The first so many of both periods are the same sites. */
  private static double influence(double[] before, double[] after, int same) {
    double one = mean(before);
    double other = mean(after);
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      double early = (before[i] - one) / before.length;
      double late = (after[i] - other) / after.length;
      sum += i < same ? Math.pow(late - early, 2) : early * early + late * late;
    }
    return sum;
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  @Test
  void theBalancedSubsetAnswersAnotherQuestion() {
    Panel panel = withGaps(GeneratedPanel.of(300, 10, 1, 5));
    CallawaySantAnna balanced = CallawaySantAnna.of(panel, new Design(true, false)).get();
    CallawaySantAnna all = CallawaySantAnna.of(panel, new Design(true, false, true)).get();
    assertThat(balanced.incomplete()).isGreaterThan(200);
    assertThat(all.incomplete()).isZero();
    assertThat(all.panel().units()).isEqualTo(300);
    assertThat(all.group().overall().value()).isCloseTo(1, within(0.25));
    assertThat(all.group().overall().se().getAsDouble())
        .isLessThan(balanced.group().overall().se().getAsDouble());
  }

  @Test
  void errorsByClusterAndByCohortAgree() {
    Panel panel = withGaps(GeneratedPanel.of(60, 8, 1, 9));
    Design design = new Design(true, false, true);
    double error = CallawaySantAnna.of(panel, design).get().simple().overall().se().getAsDouble();
    double[][] twice = new double[120][8];
    int[] first = new int[120];
    int[] cluster = new int[120];
    for (int i = 0; i < 120; i++) {
      first[i] = panel.first(i / 2);
      cluster[i] = i / 2;
      for (int t = 1; t <= 8; t++) {
        twice[i][t - 1] = panel.outcome(i / 2, t);
      }
    }
    CallawaySantAnna doubled =
        CallawaySantAnna.of(Panel.of(twice, first).clustered(cluster), design).get();
    assertThat(doubled.simple().overall().se().getAsDouble()).isCloseTo(error, within(1e-12));
    assertThat(doubled.simultaneous(1, 0, 499, 3)).isBetween(1.9, 3.5);
  }

  @Test
  void aPeriodWithoutAnyControlTellsNoEffect() {
    double[][] y = {{1, 2, 3}, {2, 3, 5}, {3, 3, 4}, {1, 1, GAP}, {2, 2, GAP}};
    Panel panel = Panel.of(y, new int[] {2, 2, 2, 0, 0});
    CallawaySantAnna fit = CallawaySantAnna.of(panel, new Design(true, false, true)).get();
    assertThat(fit.groupTimes()).hasSize(1).allSatisfy(c -> assertThat(c.period()).isEqualTo(2));
  }
}
