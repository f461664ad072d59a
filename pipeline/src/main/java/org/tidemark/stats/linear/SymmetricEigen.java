package org.tidemark.stats.linear;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues and vectors of a symmetric matrix, by EJML's symmetric QR algorithm. Golub GH,
 * Van Loan CF. Matrix Computations. 4th ed. Johns Hopkins University Press 2013, section 8.3.
 *
 * <p>Worked example: {@code {{2, 1}, {1, 2}}} has the eigenvalues 3 and 1.
 */
public final class SymmetricEigen {
  private final double[] values;
  private final DMatrixRMaj vectors;

  private SymmetricEigen(double[] values, DMatrixRMaj vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * The eigenvalues and vectors of a symmetric matrix; not numbers where one of its cells is none.
   */
  public static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[] values = new double[n];
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    DMatrixRMaj a = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, a.data, i * n, n);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (eigen.decompose(a)) {
      for (int k = 0; k < n; k++) {
        values[k] = eigen.getEigenvalue(k).getReal();
        CommonOps_DDRM.insert(eigen.getEigenVector(k), vectors, 0, k);
      }
    } else {
      Arrays.fill(values, Double.NaN);
      CommonOps_DDRM.fill(vectors, Double.NaN);
    }
    return new SymmetricEigen(values, vectors);
  }

  /** The eigenvalues, in no order. */
  public double[] values() {
    return values.clone();
  }

  /** The matrix with the same vectors and a function of the values. */
  public double[][] map(DoubleUnaryOperator function) {
    DMatrixRMaj scaled = vectors.copy();
    CommonOps_DDRM.multCols(scaled, Arrays.stream(values).map(function).toArray());
    DMatrixRMaj mapped = new DMatrixRMaj(values.length, values.length);
    CommonOps_DDRM.multTransB(scaled, vectors, mapped);
    return mapped.get2DData();
  }
}
