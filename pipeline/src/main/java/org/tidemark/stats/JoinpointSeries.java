package org.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Logarithms of yearly rates in the order of the years, with their weights: what joinpoints are
 * looked for in. A year without a case has no logarithm and is left out. Kim HJ, Fay MP, Feuer EJ,
 * Midthune DN. Permutation tests for joinpoint regression with applications to cancer rates. Stat
 * Med 2000;19:335-351. doi:10.1002/(SICI)1097-0258(20000215)19:3&lt;335::AID-SIM336&gt;3.0.CO;2-Z
 */
public final class JoinpointSeries {
  private static final int LEAST = 4;

  private final double[] years;
  private final double[] logs;
  private final double[] weights;

  private JoinpointSeries(double[] years, double[] logs, double[] weights) {
    this.years = years;
    this.logs = logs;
    this.weights = weights;
  }

  /**
   * All years weigh the same.
   *
   * @param years calendar years, each once
   * @param rates one a year, not negative
   */
  public static Answer<JoinpointSeries> even(int[] years, double[] rates) {
    double[] errors = rates.clone();
    return weighted(years, rates, errors);
  }

  /**
   * Years weigh by {@code (rate / error)^2}, the inverse variance of the logarithm.
   *
   * @param years calendar years, each once
   * @param rates one a year, not negative
   * @param errors their standard errors, above 0 where the rate is
   */
  public static Answer<JoinpointSeries> weighted(int[] years, double[] rates, double[] errors) {
    Require.that(
        years.length == rates.length && years.length == errors.length,
        "every year must have a rate and an error");
    for (int i = 0; i < rates.length; i++) {
      Require.notNegative(rates[i], "every rate of a trend");
      Require.notNegative(errors[i], "every standard error of a trend");
      Require.that(rates[i] == 0 || errors[i] > 0, "a rate above 0 must have an error above 0");
    }
    int[] order =
        IntStream.range(0, years.length)
            .filter(i -> rates[i] > 0)
            .boxed()
            .sorted((a, b) -> Integer.compare(years[a], years[b]))
            .mapToInt(i -> i)
            .toArray();
    if (order.length < LEAST) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return Answer.given(
        new JoinpointSeries(
            Arrays.stream(order).mapToDouble(i -> years[i]).toArray(),
            Arrays.stream(order).mapToDouble(i -> Math.log(rates[i])).toArray(),
            Arrays.stream(order)
                .mapToDouble(i -> rates[i] / errors[i] * (rates[i] / errors[i]))
                .toArray()));
  }

  /** How many years there are. */
  public int size() {
    return years.length;
  }

  double year(int index) {
    return years[index];
  }

  double log(int index) {
    return logs[index];
  }

  double weight(int index) {
    return weights[index];
  }

  double[] logs() {
    return logs.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  /** The same years with other values. */
  JoinpointSeries with(double[] others) {
    return new JoinpointSeries(years, others, weights);
  }
}
