package org.tidemark.stats;

import java.util.Arrays;

/**
 * The mean of independent values with Student's t limits, {@code mean -/+ t(n-1) s / sqrt(n)}.
 * Student. The probable error of a mean. Biometrika 1908;6:1-25. doi:10.1093/biomet/6.1.1
 *
 * @param count number of values, 2 or more
 * @param mean their mean
 * @param deviation their standard deviation, with n - 1
 * @param error standard error of the mean
 * @param limits Student's limits
 */
public record Mean(int count, double mean, double deviation, double error, Interval limits) {
  /** The mean of some values; insufficient with fewer than two. Their order does not matter. */
  public static Answer<Mean> of(double[] values) {
    double[] sorted = Require.finite(values, "the values of a mean");
    if (sorted.length < 2) {
      return Answer.insufficient(
          sorted.length == 0 ? Shortfall.NO_OBSERVATIONS : Shortfall.TOO_FEW_OBSERVATIONS);
    }
    // Summed in order of size, so that the last digit does not depend on the order given.
    Arrays.sort(sorted);
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    return Double.isFinite(squares)
        ? of(n, mean, squares)
        : Answer.insufficient(Shortfall.TOO_UNCERTAIN);
  }

  /**
   * The mean of values of which only sums were kept; insufficient with fewer than two.
   *
   * @param n number of values
   * @param mean their mean
   * @param squares sum of their squared distances from it
   */
  public static Answer<Mean> of(int n, double mean, double squares) {
    Require.notNegative(squares, "squared distances from a mean");
    if (n < 2) {
      return Answer.insufficient(
          n == 0 ? Shortfall.NO_OBSERVATIONS : Shortfall.TOO_FEW_OBSERVATIONS);
    }
    double deviation = Math.sqrt(squares / (n - 1));
    double error = deviation / Math.sqrt(n);
    double half = Quantiles.student(n - 1.0) * error;
    if (!Double.isFinite(mean) || !Double.isFinite(half)) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    return Answer.given(
        new Mean(n, mean, deviation, error, new Interval(mean - half, mean + half)));
  }
}
