package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Reference;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.TwoWayRegression.Correction;

final class TwoWayRegressionTest {
  private static final double EXACT = 1e-9;

  @Test
  void fourCellsGiveTheDifferenceInDifferences() {
    double[][] outcome = {{1, 5}, {2, 3}, {1, 6}, {2, 4}};
    Panel panel = Panel.of(outcome, new int[] {2, 0, 2, 0});
    assertThat(TwoWayRegression.ofTreatment(panel).get().coefficient(0))
        .isCloseTo(4.5 - 1.5, within(1e-12));
  }

  @Test
  void meetsTheReferenceWithEveryCorrection() {
    for (CSVRecord row : ReferencePanel.expected("expected_twfe.csv")) {
      boolean even = row.get("weights").equals("unweighted");
      Panel panel = even ? ReferencePanel.panel() : ReferencePanel.weighted();
      TwoWayRegression fit = TwoWayRegression.ofTreatment(panel).get();
      Reference.close(row, "estimate", fit.coefficient(0), EXACT);
      switch (row.get("vcov")) {
        case "CL_HC0_nocadjust", "plm_arellano_HC0" -> check(row, fit, Correction.NONE);
        case "CL_HC0_cadjust" -> check(row, fit, Correction.CLUSTERS);
        case "CL_HC1_cadjust" -> check(row, fit, Correction.ALL_EFFECTS);
        case "CL_HC1_nocadjust" -> {
          double all = fit.effect(Correction.ALL_EFFECTS).se().getAsDouble();
          Reference.close(row, "se", all * Math.sqrt(39.0 / 40), EXACT);
        }
        default -> Reference.close(row, "se", fit.independentError(), EXACT);
      }
    }
  }

  private static void check(CSVRecord row, TwoWayRegression fit, Correction correction) {
    Effect effect = fit.effect(correction);
    Reference.close(row, "se", effect.se().getAsDouble(), EXACT);
    if (!Reference.missing(row, "lower_t_Gm1")) {
      Reference.close(row, "lower_t_Gm1", effect.limits().get().lower(), EXACT);
      Reference.close(row, "upper_t_Gm1", effect.limits().get().upper(), EXACT);
      Reference.near(row, "p_t_Gm1", effect.p().getAsDouble(), 1e-6);
    }
  }

  @Test
  void unitEffectsInsideClustersCostNoFreedom() {
    TwoWayRegression fit = TwoWayRegression.ofTreatment(ReferencePanel.panel()).get();
    double none = fit.effect(Correction.NONE).se().getAsDouble();
    double nested = fit.effect(Correction.NESTED).se().getAsDouble();
    // 960 cells, one regressor, 24 periods.
    assertThat(nested / none).isCloseTo(Math.sqrt(40.0 / 39 * 959 / (960 - 25)), within(1e-12));
  }

  @Test
  void anUnbalancedPanelEqualsTheRegressionOnDummies() {
    double[][] outcome = {{1, 2, 6}, {2, Double.NaN, 5}, {3, 4, 4}, {1, 0, Double.NaN}, {5, 5, 6}};
    Panel panel = Panel.of(outcome, new int[] {2, 3, 0, 0, 0});
    TwoWayRegression fit = TwoWayRegression.ofTreatment(panel).get();
    assertThat(fit.coefficient(0)).isCloseTo(Dummies.effect(panel), within(1e-11));
    assertThat(fit.observations()).isEqualTo(13);
  }

  @Test
  void shiftsOfUnitsAndPeriodsMoveNothing() {
    Panel panel = ReferencePanel.panel();
    double[][] moved = new double[panel.units()][panel.periods()];
    int[] first = new int[panel.units()];
    for (int i = 0; i < panel.units(); i++) {
      first[i] = panel.first(i);
      for (int t = 1; t <= panel.periods(); t++) {
        moved[i][t - 1] = 100 * (panel.outcome(i, t) + 0.1 * i - 0.03 * t);
      }
    }
    Effect here = TwoWayRegression.ofTreatment(panel).get().satterthwaite();
    Effect there = TwoWayRegression.ofTreatment(Panel.of(moved, first)).get().satterthwaite();
    assertThat(there.value()).isCloseTo(100 * here.value(), within(1e-9));
    assertThat(there.se().getAsDouble()).isCloseTo(100 * here.se().getAsDouble(), within(1e-9));
    assertThat(there.df().getAsDouble()).isCloseTo(here.df().getAsDouble(), within(1e-7));
    assertThat(here.df().getAsDouble()).isBetween(5.0, 39.0);
  }

  @Test
  void cr2OfTwoEqualGroupsIsWelch() {
    // Before and after: first differences of two groups, whose CR2 error is that of Welch's t.
    double[][] outcome = {{0, 3}, {0, 5}, {0, 4}, {0, 1}, {0, 0}, {0, 5}, {0, 2}};
    Panel panel = Panel.of(outcome, new int[] {2, 2, 2, 0, 0, 0, 0});
    Effect effect = TwoWayRegression.ofTreatment(panel).get().satterthwaite();
    double v1 = 1.0 / 3;
    double v0 = 14.0 / 3 / 4;
    assertThat(effect.value()).isCloseTo(2, within(1e-12));
    assertThat(effect.se().getAsDouble()).isCloseTo(Math.sqrt(v1 + v0), within(1e-9));
    // Satterthwaite under equal variances: (1/3 + 1/4)^2 / (1/9/2 + 1/16/3).
    double df = Math.pow(1.0 / 3 + 0.25, 2) / (1.0 / 18 + 1.0 / 48);
    assertThat(effect.df().getAsDouble()).isCloseTo(df, within(1e-8));
  }

  @Test
  void whereAllAreTreatedAtOnceNothingCanBeTold() {
    Panel panel = Panel.of(new double[][] {{1, 2}, {2, 4}, {1, 4}}, new int[] {2, 2, 2});
    assertThat(TwoWayRegression.ofTreatment(panel).shortfall()).contains(Shortfall.NOT_IDENTIFIED);
  }
}
