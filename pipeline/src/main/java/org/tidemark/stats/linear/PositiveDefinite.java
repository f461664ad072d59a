package org.tidemark.stats.linear;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.tidemark.stats.Require;

/**
 * A symmetric positive definite matrix, by EJML's Cholesky factor: {@code A = L L'}. Golub GH, Van
 * Loan CF. Matrix Computations. 4th ed. Johns Hopkins University Press 2013, section 4.2.
 *
 * <p>Worked example: {@code {{4, 2}, {2, 3}}} has {@code L = {{2, 0}, {1, sqrt 2}}} and solves
 * {@code A x = (8, 7)} by {@code x = (1.25, 1.5)}.
 */
public final class PositiveDefinite {
  /** A pivot this much smaller than its diagonal is a sum of rounding errors. */
  private static final double TINY = 1e-11;

  private final DMatrixRMaj factor;

  private PositiveDefinite(DMatrixRMaj factor) {
    this.factor = factor;
  }

  /**
   * The factored matrix; empty where it is not positive definite, that is where a column is a
   * combination of others.
   *
   * @param matrix rows; only the lower triangle is read
   */
  public static Optional<PositiveDefinite> of(double[][] matrix) {
    int n = matrix.length;
    DMatrixRMaj a = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, a.data, i * n, i + 1);
    }
    CommonOps_DDRM.symmLowerToFull(a);
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
    if (!cholesky.decompose(a)) {
      return Optional.empty();
    }
    DMatrixRMaj l = cholesky.getT(null);
    for (int i = 0; i < n; i++) {
      if (!(l.get(i, i) * l.get(i, i) > TINY * matrix[i][i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new PositiveDefinite(l));
  }

  /** The solution x of {@code A x = b}. */
  public double[] solve(double[] b) {
    Require.that(b.length == factor.numRows, "the right side must have a value a row");
    double[] x = b.clone();
    TriangularSolver_DDRM.solveL(factor.data, x, x.length);
    TriangularSolver_DDRM.solveTranL(factor.data, x, x.length);
    return x;
  }

  /** The inverse. */
  public double[][] inverse() {
    DMatrixRMaj root = factor.copy();
    TriangularSolver_DDRM.invertLower(root.data, root.numRows);
    DMatrixRMaj inverse = new DMatrixRMaj(root.numRows, root.numRows);
    CommonOps_DDRM.multTransA(root, root, inverse);
    return inverse.get2DData();
  }

  /** The natural logarithm of the determinant. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.numRows; i++) {
      sum += 2 * Math.log(factor.get(i, i));
    }
    return sum;
  }
}
