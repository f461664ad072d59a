package org.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tidemark.stats.linear.LeastSquares;

/**
 * The estimated annual percent change (EAPC): the least-squares slope {@code b} of {@code ln(rate)}
 * on the calendar year, as {@code 100 (exp(b) - 1)}. Fay MP, Tiwari RC, Feuer EJ, Zou Z. Biometrics
 * 2006;62:847-854. doi:10.1111/j.1541-0420.2006.00528.x. A year without a case has no logarithm: it
 * is left out, and counted.
 *
 * <p>Rates 10, 11, 12.1 in three years rise by 10 percent a year.
 *
 * @param years how many years the slope is drawn through
 * @param leftOut how many years had a rate of 0
 * @param student the change with Student's limits, n - 2 degrees of freedom; the ones to prefer
 * @param normal the change with normal limits, as some programs print
 */
public record LogLinearTrend(int years, int leftOut, AnnualChange student, AnnualChange normal) {
  private static final int LEAST = 3;

  /**
   * The trend; insufficient with fewer than three years of a rate above 0.
   *
   * @param years calendar years, each once
   * @param rates one a year, not negative, in any unit
   */
  public static Answer<LogLinearTrend> of(int[] years, double[] rates) {
    Require.that(years.length == rates.length, "every year must have one rate");
    for (double rate : rates) {
      Require.notNegative(rate, "every rate of a trend");
    }
    int[] used = IntStream.range(0, years.length).filter(i -> rates[i] > 0).toArray();
    if (used.length < LEAST) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    double middle = Arrays.stream(used).mapToDouble(i -> years[i]).average().orElseThrow();
    double[][] design =
        Arrays.stream(used)
            .mapToObj(i -> new double[] {1, years[i] - middle})
            .toArray(double[][]::new);
    double[] logs = Arrays.stream(used).mapToDouble(i -> Math.log(rates[i])).toArray();
    double[] even = new double[logs.length];
    Arrays.fill(even, 1);
    return LeastSquares.of(design, logs, even)
        .then(fit -> of(fit, used.length, years.length - used.length));
  }

  private static Answer<LogLinearTrend> of(LeastSquares fit, int years, int leftOut) {
    double slope = fit.coefficient(1);
    double error = fit.error(1);
    return AnnualChange.student(slope, error, fit.freedom())
        .then(
            student ->
                AnnualChange.normal(slope, error)
                    .map(normal -> new LogLinearTrend(years, leftOut, student, normal)));
  }
}
