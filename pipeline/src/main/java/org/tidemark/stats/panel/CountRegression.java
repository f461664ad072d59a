package org.tidemark.stats.panel;

import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Require;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.TwoWayRegression.Correction;

/**
 * Poisson regression of counts on treatment with an effect for each unit and period, {@code log
 * E(y_it) = log n_it + a_i + l_t + b D_it}, for shares and rates of small denominators, where least
 * squares on the shares would give units of few cases the weight of those of many. Only the mean
 * has to be right: errors are cluster-robust. Wooldridge JM. J Econometrics 1999;90:77-97.
 * doi:10.1016/S0304-4076(98)00033-5. Fitted by weighted least squares, again and again.
 *
 * <p>Units without any event tell nothing of a ratio and are left out.
 *
 * <p>Worked example: two units, before and after, 10 and 40 of 100 treated, 20 and 30 of 100 not:
 * the ratio is (40/10) / (30/20) = 2.67.
 *
 * @param logRatio logarithm of the ratio of rates, with t of clusters less one
 * @param panel the units that entered
 */
public record CountRegression(Effect logRatio, Panel panel) {
  private static final int ROUNDS = 200;
  private static final double SETTLED = 1e-10;

  /**
   * The regression.
   *
   * @param counts the panel of counts; NaN where not observed
   * @param exposure what each count is related to, above 0 where observed
   */
  public static Answer<CountRegression> of(Panel counts, double[][] exposure) {
    Require.that(exposure.length == counts.units(), "one row of denominators a unit is needed");
    boolean[] any = new boolean[counts.units()];
    int kept = 0;
    for (int i = 0; i < any.length; i++) {
      for (int t = 1; t <= counts.periods(); t++) {
        any[i] |= counts.observed(i, t) && counts.outcome(i, t) > 0;
      }
      kept += any[i] ? 1 : 0;
    }
    double[][] under = new double[kept][];
    int row = 0;
    for (int i = 0; i < any.length; i++) {
      if (any[i]) {
        under[row++] = exposure[i];
      }
    }
    Panel panel = counts.keep(i -> any[i]);
    return panel.isEmpty() ? Answer.insufficient(Shortfall.NO_CASES) : settled(panel, under);
  }

  private static Answer<CountRegression> settled(Panel panel, double[][] exposure) {
    double[][] linear = start(panel, exposure);
    double last = Double.NaN;
    for (int round = 0; round < ROUNDS; round++) {
      Answer<TwoWayRegression> answer =
          TwoWayRegression.ofTreatment(working(panel, exposure, linear));
      if (answer.shortfall().isPresent()) {
        return Answer.insufficient(answer.shortfall().get());
      }
      TwoWayRegression fit = answer.get();
      if (Math.abs(fit.coefficient(0) - last) < SETTLED) {
        return Answer.given(new CountRegression(fit.effect(Correction.NESTED), panel));
      }
      last = fit.coefficient(0);
      linear = fit.fitted(working(panel, exposure, linear));
    }
    return Answer.insufficient(Shortfall.NOT_CONVERGED);
  }

  private static double[][] start(Panel panel, double[][] exposure) {
    double[][] linear = new double[panel.units()][panel.periods()];
    for (int i = 0; i < panel.units(); i++) {
      for (int t = 1; t <= panel.periods(); t++) {
        if (panel.observed(i, t)) {
          linear[i][t - 1] = Math.log((panel.outcome(i, t) + 0.5) / (exposure[i][t - 1] + 0.5));
        }
      }
    }
    return linear;
  }

  /** The working outcome, weighted by the means. */
  private static Panel working(Panel panel, double[][] exposure, double[][] linear) {
    double[][] outcome = new double[panel.units()][panel.periods()];
    double[][] weights = new double[panel.units()][panel.periods()];
    int[] first = new int[panel.units()];
    int[] cluster = new int[panel.units()];
    for (int i = 0; i < panel.units(); i++) {
      first[i] = panel.first(i);
      cluster[i] = panel.cluster(i);
      for (int t = 1; t <= panel.periods(); t++) {
        double eta = Math.max(-30, Math.min(30, linear[i][t - 1]));
        double mean = exposure[i][t - 1] * Math.exp(eta);
        boolean seen = panel.observed(i, t) && mean > 0;
        weights[i][t - 1] = mean;
        outcome[i][t - 1] = seen ? eta + panel.outcome(i, t) / mean - 1 : Double.NaN;
      }
    }
    return Panel.of(outcome, first).weighted(weights).clustered(cluster);
  }
}
