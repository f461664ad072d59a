package org.tidemark.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Eigenvalues of a symmetric matrix")
class SymmetricEigenTest {
  @Test
  void theWorkedExampleHasThreeAndOne() {
    double[] values = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}}).values();
    assertThat(values).hasSize(2);
    assertThat(Math.max(values[0], values[1])).isCloseTo(3, within(1e-14));
    assertThat(Math.min(values[0], values[1])).isCloseTo(1, within(1e-14));
  }

  @Test
  void theInverseRootUndoesTheMatrix() {
    double[][] root = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}}).map(e -> 1 / Math.sqrt(e));
    double same = (1 / Math.sqrt(3) + 1) / 2;
    double other = (1 / Math.sqrt(3) - 1) / 2;
    assertThat(root[0]).containsExactly(new double[] {same, other}, within(1e-14));
    assertThat(root[1]).containsExactly(new double[] {other, same}, within(1e-14));
  }

  @Test
  void aProjectionOfManyEqualValuesIsItsOwnMap() {
    int n = 30;
    double[][] centring = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centring[i][j] = (i == j ? 1 : 0) - 1.0 / n;
      }
    }
    double[][] mapped = SymmetricEigen.of(centring).map(e -> e > 1e-9 ? 1 / Math.sqrt(e) : 0);
    for (int i = 0; i < n; i++) {
      assertThat(mapped[i]).containsExactly(centring[i], within(1e-13));
    }
  }

  @Test
  void noRowsHaveNoValues() {
    SymmetricEigen none = SymmetricEigen.of(new double[0][0]);
    assertThat(none.values()).isEmpty();
    assertThat(none.map(e -> e)).isEmpty();
  }

  @Test
  void aCellThatIsNoNumberLeavesNone() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{Double.NaN, 1}, {1, 2}});
    assertThat(eigen.values()).containsOnly(Double.NaN);
    assertThat(eigen.map(e -> e > 0 ? 1 : 0)[1]).containsOnly(Double.NaN);
  }
}
