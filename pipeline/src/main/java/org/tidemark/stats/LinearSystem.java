package org.tidemark.stats;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The least-squares solution of {@code x b = y} by QR: {@code b = R^-1 Q'y} and {@code (x'x)^-1 =
 * R^-1 R^-T}. Golub GH, Van Loan CF. Matrix Computations, 4th ed., Johns Hopkins 2013, chapter 5.
 *
 * @param solution the coefficients
 * @param inverse of {@code x'x}
 */
record LinearSystem(double[] solution, DMatrixRMaj inverse) {
  /** A column of which less than this share is its own is taken for a sum of earlier ones. */
  private static final double DEPENDENT = 1e-10;

  /**
   * Solves the system; empty where columns depend on each other.
   *
   * @param x at least as many rows as columns
   */
  static Optional<LinearSystem> of(DMatrixRMaj x, DMatrixRMaj y) {
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
    return Optional.of(new LinearSystem(b.getData(), inverse));
  }

  /**
   * Column j of R has the length of column j of x; its diagonal is what no earlier one explains.
   */
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
}
