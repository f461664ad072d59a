package org.tidemark.stats;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A linear model by weighted least squares: {@code min sum w (y - x b)^2}, solved by QR, since the
 * normal equations would lose half of the digits. The covariance of the coefficients is {@code rss
 * / (n - p) (X'WX)^-1}. Draper NR, Smith H. Applied Regression Analysis, 3rd ed., Wiley 1998,
 * chapters 5 and 9. doi:10.1002/9781118625590
 */
final class LeastSquares {
  private final double[] coefficients;
  private final DMatrixRMaj inverse;
  private final double rss;
  private final int freedom;

  private LeastSquares(double[] coefficients, DMatrixRMaj inverse, double rss, int freedom) {
    this.coefficients = coefficients;
    this.inverse = inverse;
    this.rss = rss;
    this.freedom = freedom;
  }

  /**
   * Fits the model; insufficient where a column of the design is a sum of others, or where there
   * are fewer observations than columns.
   *
   * @param design one row an observation
   * @param y the observations
   * @param weights one positive weight an observation
   */
  static Answer<LeastSquares> of(double[][] design, double[] y, double[] weights) {
    int n = y.length;
    if (n < design[0].length) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    DMatrixRMaj x = new DMatrixRMaj(design);
    DMatrixRMaj response = new DMatrixRMaj(n, 1, true, y);
    for (int i = 0; i < n; i++) {
      double root = Math.sqrt(weights[i]);
      for (int j = 0; j < x.numCols; j++) {
        x.set(i, j, x.get(i, j) * root);
      }
      response.set(i, 0, response.get(i, 0) * root);
    }
    return solved(x, response);
  }

  private static Answer<LeastSquares> solved(DMatrixRMaj x, DMatrixRMaj y) {
    Optional<LinearSystem> solved = LinearSystem.of(x, y);
    if (solved.isEmpty()) {
      return Answer.insufficient(Shortfall.NOT_ESTIMABLE);
    }
    double[] b = solved.get().solution();
    DMatrixRMaj rest = y.copy();
    CommonOps_DDRM.multAdd(-1, x, new DMatrixRMaj(b.length, 1, true, b), rest);
    double rss = CommonOps_DDRM.dot(rest, rest);
    return Answer.given(new LeastSquares(b, solved.get().inverse(), rss, x.numRows - x.numCols));
  }

  double coefficient(int index) {
    return coefficients[index];
  }

  /** The weighted sum of squared residuals. */
  double rss() {
    return rss;
  }

  /** Observations less coefficients. */
  int freedom() {
    return freedom;
  }

  /** Covariance of two coefficients; not a number without degrees of freedom. */
  double covariance(int one, int other) {
    return inverse.get(one, other) * rss / freedom;
  }

  /** The standard error of a coefficient. */
  double error(int index) {
    return Math.sqrt(Math.max(0, covariance(index, index)));
  }
}
