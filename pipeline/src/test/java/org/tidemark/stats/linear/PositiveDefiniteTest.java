package org.tidemark.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A positive definite matrix")
class PositiveDefiniteTest {
  private static final double[][] MATRIX = {{4, 2}, {2, 3}};

  @Test
  void theWorkedExampleIsSolvedByHand() {
    PositiveDefinite a = PositiveDefinite.of(MATRIX).orElseThrow();
    assertThat(a.solve(new double[] {8, 7}))
        .containsExactly(new double[] {1.25, 1.5}, within(1e-14));
    assertThat(a.inverse()[0]).containsExactly(new double[] {0.375, -0.25}, within(1e-15));
    assertThat(a.inverse()[1]).containsExactly(new double[] {-0.25, 0.5}, within(1e-15));
    assertThat(a.logDeterminant()).isCloseTo(Math.log(8), within(1e-15));
  }

  @Test
  void onlyTheLowerTriangleIsRead() {
    PositiveDefinite a = PositiveDefinite.of(new double[][] {{4, 99}, {2, 3}}).orElseThrow();
    assertThat(a.solve(new double[] {8, 7}))
        .containsExactly(new double[] {1.25, 1.5}, within(1e-14));
  }

  @Test
  void theArgumentIsLeftAsItWas() {
    double[][] matrix = {{4, 2}, {2, 3}};
    double[] right = {8, 7};
    PositiveDefinite.of(matrix).orElseThrow().solve(right);
    assertThat(matrix).isDeepEqualTo(MATRIX);
    assertThat(right).containsExactly(8, 7);
  }

  @Test
  void whatIsNotPositiveDefiniteIsRefused() {
    assertThat(PositiveDefinite.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
    assertThat(PositiveDefinite.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
    assertThat(PositiveDefinite.of(new double[][] {{0}})).isEmpty();
    assertThat(PositiveDefinite.of(new double[][] {{Double.NaN}})).isEmpty();
    assertThat(PositiveDefinite.of(new double[][] {{1, 0}, {Double.NaN, 1}})).isEmpty();
  }

  @Test
  void aPivotOfRoundingErrorsIsRefusedAtAnyScale() {
    for (double scale : new double[] {1e-20, 1, 1e20}) {
      double[][] nearly = {{scale, scale}, {scale, scale * (1 + 1e-12)}};
      double[][] apart = {{scale, scale}, {scale, scale * (1 + 1e-9)}};
      assertThat(PositiveDefinite.of(nearly)).isEmpty();
      assertThat(PositiveDefinite.of(apart)).isPresent();
    }
  }

  @Test
  void noColumnsHaveAnEmptyInverse() {
    PositiveDefinite none = PositiveDefinite.of(new double[0][0]).orElseThrow();
    assertThat(none.inverse()).isEmpty();
    assertThat(none.solve(new double[0])).isEmpty();
    assertThat(none.logDeterminant()).isZero();
  }

  @Test
  void theRightSideHasAValueARow() {
    PositiveDefinite a = PositiveDefinite.of(MATRIX).orElseThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> a.solve(new double[] {1}));
  }
}
