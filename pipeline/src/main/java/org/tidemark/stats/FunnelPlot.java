package org.tidemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Units against what chance alone would let them be around a target, given their size.
 * Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med
 * 2005;24:1185-1202. doi:10.1002/sim.1970
 *
 * <p>A share is judged on the scale {@code y = asin sqrt p}, whose error is {@code s = 1 / (2 sqrt
 * n)}; limits are {@code sin^2} of the angle, which is kept within 0 and a right angle, so that
 * limits stay within 0 and 1 and in order. A ratio O/E has the exact limits of a Poisson count of
 * mean E, {@code chi2(a/2; 2E) / 2E} and {@code chi2(1 - a/2; 2(E + 1)) / 2E}, and is judged on the
 * log scale with {@code s = 1 / sqrt E}.
 *
 * <p>A survival S whose standard error is e is judged on the scale {@code y = -log(-log S)}, with
 * the error at the target T, {@code s = e / (T |log T|)}: limits {@code T^exp(-/+ z s)} depend on a
 * unit's precision 1/e^2 and the target alone. Quaresma M, Coleman MP, Rachet B. Funnel plots for
 * population-based cancer survival: principles, methods and applications. Stat Med
 * 2014;33:1070-1080.
 *
 * <p>Over-dispersion: the z of units, the outermost tenth on each side drawn in to the next, have
 * {@code phi = mean z^2}; where {@code n phi > n - 1} the variance between units is {@code tau^2 =
 * (n phi - (n - 1)) / (W - sum w^2 / W)}, w = 1/s^2, W their sum, and limits are {@code target -/+
 * z sqrt(s^2 + tau^2)}. With fewer than ten units nothing is adjusted.
 *
 * <p>Worked example: target 0.5, n = 100: 95 % limits sin^2(pi/4 -/+ 0.098) = 0.403 and 0.597.
 *
 * @param target what units are compared with
 * @param tau standard deviation between units beyond chance, on the scale judged; 0 where none
 * @param adjusted whether limits were widened by it
 * @param points the units, in the order given
 */
public record FunnelPlot(double target, double tau, boolean adjusted, List<Point> points) {
  /** Fewest units from which over-dispersion is told. */
  public static final int LEAST_UNITS = 10;

  /** Quantile of the outer limits, 99.8 %. */
  public static final double OUTER = 3.090232306167813;

  private static final double TRIMMED = 0.1;

  /** Where a unit lies. */
  public enum Verdict {
    /** Inside the 95 % limits. */
    AS_EXPECTED,
    /** Above the upper 95 % limit. */
    HIGHER,
    /** Below the lower 95 % limit. */
    LOWER,
    /** Above the upper 99.8 % limit. */
    MUCH_HIGHER,
    /** Below the lower 99.8 % limit. */
    MUCH_LOWER
  }

  /**
   * One unit.
   *
   * @param value its share or ratio
   * @param inner 95 % limits around the target
   * @param outer 99.8 % limits around the target
   * @param z distance from the target in standard errors, those of over-dispersion with them
   * @param verdict what lies outside
   */
  public record Point(double value, Interval inner, Interval outer, double z, Verdict verdict) {}

  /** Refuses changes to the points. */
  public FunnelPlot {
    points = List.copyOf(points);
  }

  /**
   * Shares around that of all units together.
   *
   * @param events of each unit
   * @param trials of each unit, above 0
   */
  public static Answer<FunnelPlot> ofShares(long[] events, long[] trials) {
    long all = Arrays.stream(trials).sum();
    if (all == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    return ofShares(events, trials, Arrays.stream(events).sum() / (double) all);
  }

  /** Shares around a target between 0 and 1. */
  public static Answer<FunnelPlot> ofShares(long[] events, long[] trials, double target) {
    double[] shares = new double[events.length];
    for (int i = 0; i < shares.length; i++) {
      Require.events(events[i], trials[i], "a unit of a funnel plot");
      Require.that(trials[i] > 0, "units of a funnel plot must have trials");
      shares[i] = events[i] / (double) trials[i];
    }
    return of(shares, target, new FunnelScale.Angles(trials.clone()));
  }

  /**
   * Ratios of observed to expected events.
   *
   * @param observed events of each unit
   * @param expected events expected of it, above 0
   * @param target the ratio to compare with, usually 1
   */
  public static Answer<FunnelPlot> ofRatios(long[] observed, double[] expected, double target) {
    double[] ratios = new double[observed.length];
    for (int i = 0; i < ratios.length; i++) {
      Require.notNegative(observed[i], "observed events of a unit");
      Require.that(expected[i] > 0, "expected events of a unit must be above 0");
      ratios[i] = observed[i] / expected[i];
    }
    return of(ratios, target, new FunnelScale.Logs(expected.clone()));
  }

  /**
   * Survivals around a common one, on the complementary log-log scale.
   *
   * @param survivals of each unit, inside 0 to 1
   * @param errors their standard errors, above 0
   * @param target the survival to compare with, inside 0 to 1
   */
  public static Answer<FunnelPlot> ofSurvivals(double[] survivals, double[] errors, double target) {
    Require.that(survivals.length == errors.length, "each survival must have its error");
    Require.that(target > 0 && target < 1, "the target of survivals must be inside 0 to 1");
    for (int i = 0; i < survivals.length; i++) {
      Require.that(survivals[i] > 0 && survivals[i] < 1, "a survival must be inside 0 to 1");
      Require.finite(errors[i], "the error of a survival");
      Require.that(errors[i] > 0, "the error of a survival must be above 0");
    }
    return of(survivals, target, FunnelScale.LogLogs.of(errors, target));
  }

  private static Answer<FunnelPlot> of(double[] values, double target, FunnelScale scale) {
    if (values.length == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    int n = values.length;
    double[] z = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = (scale.of(values[i], i) - scale.of(target, i)) / scale.error(i);
      weights[i] = 1 / (scale.error(i) * scale.error(i));
    }
    double tau2 = n < LEAST_UNITS ? 0 : between(z, weights);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double error = Math.sqrt(scale.error(i) * scale.error(i) + tau2);
      double distance = z[i] * scale.error(i) / error;
      Interval inner = limits(scale, i, Confidence.Z, target, error, tau2);
      Interval outer = limits(scale, i, OUTER, target, error, tau2);
      points.add(new Point(values[i], inner, outer, distance, verdict(values[i], inner, outer)));
    }
    return Answer.given(new FunnelPlot(target, Math.sqrt(tau2), tau2 > 0, points));
  }

  private static double between(double[] z, double[] weights) {
    int n = z.length;
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    int cut = (int) Math.floor(TRIMMED * n);
    double squares = 0;
    for (double one : z) {
      double drawn = Math.max(sorted[cut], Math.min(sorted[n - 1 - cut], one));
      squares += drawn * drawn;
    }
    double sum = Arrays.stream(weights).sum();
    double square = Arrays.stream(weights).map(w -> w * w).sum();
    return Math.max(0, (squares - (n - 1)) / (sum - square / sum));
  }

  private static Interval limits(
      FunnelScale scale, int unit, double z, double target, double error, double tau2) {
    if (tau2 == 0) {
      return scale.chance(unit, z, target);
    }
    double centre = scale.of(target, unit);
    return new Interval(scale.back(centre - z * error), scale.back(centre + z * error));
  }

  private static Verdict verdict(double value, Interval inner, Interval outer) {
    if (value > inner.upper()) {
      return value > outer.upper() ? Verdict.MUCH_HIGHER : Verdict.HIGHER;
    }
    if (value < inner.lower()) {
      return value < outer.lower() ? Verdict.MUCH_LOWER : Verdict.LOWER;
    }
    return Verdict.AS_EXPECTED;
  }
}
