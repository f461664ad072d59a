package org.tidemark.stats.panel;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.stats.linear.LeastSquares;

/** The regression written out with a column for each unit and period: slow, plain, another way. */
final class Dummies {
  private Dummies() {}

  static double effect(Panel panel) {
    List<double[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    int n = panel.units();
    for (int i = 0; i < n; i++) {
      for (int t = 1; t <= panel.periods(); t++) {
        if (panel.observed(i, t)) {
          double[] row = new double[1 + n + panel.periods() - 1];
          row[0] = panel.treated(i, t) ? 1 : 0;
          row[1 + i] = 1;
          if (t > 1) {
            row[n + t - 1] = 1;
          }
          x.add(row);
          y.add(panel.outcome(i, t));
        }
      }
    }
    return LeastSquares.of(
            x.toArray(double[][]::new), y.stream().mapToDouble(Double::doubleValue).toArray())
        .orElseThrow()
        .coefficients()[0];
  }
}
