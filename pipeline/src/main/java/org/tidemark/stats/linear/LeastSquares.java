package org.tidemark.stats.linear;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Require;
import org.tidemark.stats.Shortfall;

/**
 * A linear model by least squares, {@code min sum w (y - x b)^2}, solved by EJML's QR: {@code b =
 * R^-1 Q'y} and {@code (X'WX)^-1 = R^-1 R^-T}; the normal equations would lose half of the digits.
 * The covariance of the coefficients is {@code rss / (n - p) (X'WX)^-1}. Golub GH, Van Loan CF.
 * Matrix Computations, 4th ed., Johns Hopkins 2013, chapter 5. Draper NR, Smith H. Applied
 * Regression Analysis, 3rd ed., Wiley 1998, chapters 5 and 9. doi:10.1002/9781118625590
 *
 * <p>Worked example: {@code y = (1, 2, 4)} on a constant and {@code x = (0, 1, 2)} gives 5/6 and
 * 3/2.
 */
public final class LeastSquares {
  /** A column of which less than this share is its own is taken for a sum of earlier ones. */
  private static final double DEPENDENT = 1e-10;

  private final double[] coefficients;
  private final DMatrixRMaj residuals;
  private final DMatrixRMaj inverse;
  private final double squares;

  private LeastSquares(double[] coefficients, DMatrixRMaj residuals, DMatrixRMaj inverse) {
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.inverse = inverse;
    this.squares = CommonOps_DDRM.dot(residuals, residuals);
  }

  /**
   * The fit with equal weights; empty where a column is a combination of others or rows are too
   * few.
   *
   * @param x a row an observation
   * @param y a value an observation
   */
  public static Optional<LeastSquares> of(double[][] x, double[] y) {
    Require.that(x.length == y.length && x.length > 0, "one outcome a row is needed");
    return x.length < x[0].length
        ? Optional.empty()
        : solved(new DMatrixRMaj(x), new DMatrixRMaj(y.length, 1, true, y));
  }

  /**
   * The fit with weights; insufficient where a column is a combination of others or rows are too
   * few.
   *
   * @param x a row an observation
   * @param y a value an observation
   * @param weights a positive weight an observation
   */
  public static Answer<LeastSquares> of(double[][] x, double[] y, double[] weights) {
    if (y.length < x[0].length) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    double[][] rows = new double[y.length][x[0].length];
    double[] response = new double[y.length];
    for (int i = 0; i < rows.length; i++) {
      double root = Math.sqrt(weights[i]);
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = x[i][j] * root;
      }
      response[i] = y[i] * root;
    }
    return of(rows, response)
        .map(Answer::given)
        .orElseGet(() -> Answer.insufficient(Shortfall.NOT_ESTIMABLE));
  }

  private static Optional<LeastSquares> solved(DMatrixRMaj x, DMatrixRMaj y) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(x.numRows, x.numCols);
    if (!qr.decompose(x.copy())) {
      return Optional.empty();
    }
    DMatrixRMaj r = qr.getR(null, true);
    if (dependent(r)) {
      return Optional.empty();
    }
    DMatrixRMaj turned = new DMatrixRMaj(x.numCols, 1);
    CommonOps_DDRM.multTransA(qr.getQ(null, true), y, turned);
    DMatrixRMaj root = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.invert(r, root);
    DMatrixRMaj b = new DMatrixRMaj(x.numCols, 1);
    CommonOps_DDRM.mult(root, turned, b);
    DMatrixRMaj inverse = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.multTransB(root, root, inverse);
    DMatrixRMaj rest = y.copy();
    CommonOps_DDRM.multAdd(-1, x, b, rest);
    return Optional.of(new LeastSquares(b.getData(), rest, inverse));
  }

  /** Column j of R is as long as column j of x; its diagonal is what no earlier one explains. */
  private static boolean dependent(DMatrixRMaj r) {
    for (int j = 0; j < r.numCols; j++) {
      double squares = 0;
      for (int i = 0; i <= j; i++) {
        squares += r.get(i, j) * r.get(i, j);
      }
      if (!(Math.abs(r.get(j, j)) > DEPENDENT * Math.sqrt(squares))) {
        return true;
      }
    }
    return false;
  }

  /** The estimated coefficients, in the order of the columns. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** One coefficient. */
  public double coefficient(int index) {
    return coefficients[index];
  }

  /** What the fit leaves, in the order of the rows, times the root of the weight. */
  public double[] residuals() {
    return residuals.getData().clone();
  }

  /** The inverse of X'WX. */
  public double[][] inverse() {
    return inverse.get2DData();
  }

  /** The weighted sum of squared residuals. */
  public double squares() {
    return squares;
  }

  /** Observations less coefficients. */
  public int freedom() {
    return residuals.numRows - coefficients.length;
  }

  /** Covariance of two coefficients; not a number without degrees of freedom. */
  public double covariance(int one, int other) {
    return inverse.get(one, other) * squares / freedom();
  }

  /** The standard error of a coefficient. */
  public double error(int index) {
    return Math.sqrt(Math.max(0, covariance(index, index)));
  }
}
