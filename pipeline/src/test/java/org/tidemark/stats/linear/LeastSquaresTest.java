package org.tidemark.stats.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Shortfall;

@DisplayName("Least squares")
class LeastSquaresTest {
  private static final double[][] LINE = {{1, 0}, {1, 1}, {1, 2}};
  private static final double[] OUTCOMES = {1, 2, 4};

  @Test
  void theWorkedExampleIsSolvedByHand() {
    LeastSquares fit = LeastSquares.of(LINE, OUTCOMES).orElseThrow();
    assertThat(fit.coefficients()).containsExactly(new double[] {5 / 6.0, 1.5}, within(1e-14));
    assertThat(fit.residuals())
        .containsExactly(new double[] {1 / 6.0, -1 / 3.0, 1 / 6.0}, within(1e-14));
    assertThat(fit.squares()).isCloseTo(1 / 6.0, within(1e-14));
    assertThat(fit.inverse()[0]).containsExactly(new double[] {5 / 6.0, -0.5}, within(1e-14));
    assertThat(fit.inverse()[1]).containsExactly(new double[] {-0.5, 0.5}, within(1e-14));
    assertThat(fit.freedom()).isOne();
    assertThat(fit.error(1)).isCloseTo(Math.sqrt(1 / 12.0), within(1e-14));
  }

  @Test
  void aWeightOfTwoIsARowWrittenTwice() {
    LeastSquares weighted = LeastSquares.of(LINE, OUTCOMES, new double[] {1, 2, 1}).get();
    double[][] twice = {{1, 0}, {1, 1}, {1, 1}, {1, 2}};
    LeastSquares written = LeastSquares.of(twice, new double[] {1, 2, 2, 4}).orElseThrow();
    assertThat(weighted.coefficients()).containsExactly(written.coefficients(), within(1e-14));
    assertThat(weighted.squares()).isCloseTo(written.squares(), within(1e-14));
    assertThat(weighted.inverse()[0]).containsExactly(written.inverse()[0], within(1e-14));
  }

  @Test
  void aColumnThatIsASumOfOthersIsRefused() {
    double[][] x = {{1, 0, 1}, {1, 1, 2}, {1, 2, 3}, {1, 5, 6}};
    double[] y = {1, 2, 4, 3};
    assertThat(LeastSquares.of(x, y)).isEmpty();
    assertThat(LeastSquares.of(x, y, new double[] {1, 1, 2, 1}).shortfall())
        .contains(Shortfall.NOT_ESTIMABLE);
    assertThat(LeastSquares.of(new double[][] {{0}, {0}}, new double[] {1, 2})).isEmpty();
  }

  @Test
  void aRowThatIsNoNumberIsRefused() {
    assertThat(LeastSquares.of(new double[][] {{1, Double.NaN}, {1, 1}, {1, 2}}, OUTCOMES))
        .isEmpty();
  }

  @Test
  void fewerRowsThanColumnsAreTooFew() {
    double[][] x = {{1, 2}};
    assertThat(LeastSquares.of(x, new double[] {1})).isEmpty();
    assertThat(LeastSquares.of(x, new double[] {1}, new double[] {1}).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
  }

  @Test
  void everyRowNeedsAnOutcome() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastSquares.of(LINE, new double[] {1, 2}));
  }

  @Test
  void neitherArgumentsNorAnswersAreKeptByReference() {
    double[][] x = {{1, 0}, {1, 1}, {1, 2}};
    LeastSquares fit = LeastSquares.of(x, OUTCOMES).orElseThrow();
    fit.coefficients()[0] = 99;
    fit.inverse()[0][0] = 99;
    fit.residuals()[0] = 99;
    assertThat(x).isDeepEqualTo(LINE);
    assertThat(fit.coefficient(0)).isCloseTo(5 / 6.0, within(1e-14));
    assertThat(fit.inverse()[0][0]).isCloseTo(5 / 6.0, within(1e-14));
    assertThat(fit.residuals()[0]).isCloseTo(1 / 6.0, within(1e-14));
  }
}
