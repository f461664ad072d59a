package org.tidemark.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.tidemark.stats.linear.PositiveDefinite;

/**
 * How unequal shares are over groups in order, from the worst off to the best off. Group j has the
 * share {@code p_j} of the population and stands at {@code R_j = sum of p before it + p_j / 2}.
 *
 * <ul>
 *   <li>SII, linear: the slope of shares on R, weighted by p once: the difference between the very
 *       top and the very bottom. From a logistic fit to the counts: {@code P(1) - P(0)}, and RII
 *       {@code P(1) / P(0)}; counts carry the weight already. Mackenbach JP, Kunst AE. Soc Sci Med
 *       1997;44:757-771. doi:10.1016/S0277-9536(96)00073-1
 *   <li>Concentration: {@code ACI = 2 sum p (y - mean)(R - 1/2)}, {@code RCI = ACI / mean}, and for
 *       shares Erreygers' {@code 4 ACI} (J Health Econ 2009;28:504-515.
 *       doi:10.1016/j.jhealeco.2008.02.003) and Wagstaff's {@code RCI / (1 - mean)} (Health Econ
 *       2005;14:429-432. doi:10.1002/hec.953)
 *   <li>Gap and ratio of the last group to the first.
 * </ul>
 *
 * <p>Limits of all but the logistic figures are percentiles of shares drawn from the groups'
 * errors; those of the logistic ones by the delta method.
 *
 * <p>Worked example: two groups of one size with shares 0.2 and 0.6: R = 1/4 and 3/4, linear SII
 * 0.8, ACI 0.1, RCI 0.25, Erreygers 0.4, Wagstaff 0.4167.
 */
public final class Inequality {
  private static final int ROUNDS = 100;

  private final OrderedGroups groups;
  private final double[][] drawn;
  private final Logistic logistic;

  private Inequality(OrderedGroups groups, double[][] drawn, Logistic logistic) {
    this.groups = groups;
    this.drawn = drawn;
    this.logistic = logistic;
  }

  /**
   * A figure with limits.
   *
   * @param value the figure
   * @param limits its limits
   */
  public record Index(double value, Interval limits) {}

  private record Logistic(double intercept, double slope, double[][] covariance) {}

  /**
   * The groups.
   *
   * @param events of each group, from the worst off to the best off
   * @param trials of each group, above 0
   * @param draws draws of the simulation
   * @param seed where they start
   */
  public static Answer<Inequality> of(long[] events, long[] trials, int draws, long seed) {
    int n = events.length;
    double all = Arrays.stream(trials).sum();
    if (n < 2 || Arrays.stream(trials).anyMatch(t -> t == 0)) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    long hits = Arrays.stream(events).sum();
    if (hits == 0 || hits == (long) all) {
      return Answer.insufficient(Shortfall.NO_VARIATION);
    }
    OrderedGroups groups = OrderedGroups.of(events, trials);
    return logistic(events, trials, groups)
        .map(fit -> new Inequality(groups, drawn(groups.shares(), trials, draws, seed), fit));
  }

  private static double[][] drawn(double[] shares, long[] trials, int draws, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
    double[][] drawn = new double[draws][shares.length];
    for (double[] sample : drawn) {
      for (int j = 0; j < shares.length; j++) {
        // At 0 and 1 the plain error is 0; the share of one event more and two trials is not.
        double p = (shares[j] * trials[j] + 1) / (trials[j] + 2.0);
        double error = Math.sqrt(p * (1 - p) / trials[j]);
        sample[j] = Math.max(0, Math.min(1, shares[j] + error * normal.sample()));
      }
    }
    return drawn;
  }

  /** Newton's method on the likelihood of the counts. */
  private static Answer<Logistic> logistic(long[] events, long[] trials, OrderedGroups groups) {
    double a = 0;
    double b = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] information = new double[2][2];
      double[] score = new double[2];
      for (int j = 0; j < groups.size(); j++) {
        double p = expit(a + b * groups.rank(j));
        double w = trials[j] * p * (1 - p);
        double left = events[j] - trials[j] * p;
        score[0] += left;
        score[1] += left * groups.rank(j);
        information[0][0] += w;
        information[1][0] += w * groups.rank(j);
        information[1][1] += w * groups.rank(j) * groups.rank(j);
      }
      information[0][1] = information[1][0];
      var solved = PositiveDefinite.of(information);
      if (solved.isEmpty()) {
        return Answer.insufficient(Shortfall.NOT_CONVERGED);
      }
      double[] step = solved.get().solve(score);
      a += step[0];
      b += step[1];
      if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-12) {
        return Answer.given(new Logistic(a, b, solved.get().inverse()));
      }
    }
    return Answer.insufficient(Shortfall.NOT_CONVERGED);
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Slope index of inequality, linear. */
  public Index slope() {
    return simulated(groups::slope);
  }

  /** Slope index of inequality from the logistic fit. */
  public Index logisticSlope() {
    double low = expit(logistic.intercept);
    double high = expit(logistic.intercept + logistic.slope);
    double[] gradient = {high * (1 - high) - low * (1 - low), high * (1 - high)};
    double error = error(gradient);
    return new Index(high - low, Interval.normal(high - low, error).within(-1, 1));
  }

  /** Relative index of inequality from the logistic fit; insufficient where it is not bounded. */
  public Answer<Index> relative() {
    double low = expit(logistic.intercept);
    double high = expit(logistic.intercept + logistic.slope);
    double[] gradient = {low - high, 1 - high};
    return Interval.logNormal(high / low, error(gradient))
        .map(limits -> new Index(high / low, limits));
  }

  private double error(double[] gradient) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        sum += gradient[i] * logistic.covariance[i][j] * gradient[j];
      }
    }
    return Math.sqrt(sum);
  }

  /** Absolute concentration index. */
  public Index concentration() {
    return simulated(groups::concentration);
  }

  /** Relative concentration index. */
  public Index relativeConcentration() {
    return simulated(groups::relative);
  }

  /** Erreygers' index of a share. */
  public Index erreygers() {
    return simulated(groups::erreygers);
  }

  /** Wagstaff's index of a share. */
  public Index wagstaff() {
    return simulated(groups::wagstaff);
  }

  /** The last group less the first. */
  public Index gap() {
    return simulated(y -> y[y.length - 1] - y[0]);
  }

  /** The last group over the first; empty where the first is 0. */
  public OptionalDouble ratio() {
    double[] shares = groups.shares();
    return shares[0] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(shares[shares.length - 1] / shares[0]);
  }

  private Index simulated(ToDoubleFunction<double[]> figure) {
    double[] values =
        Arrays.stream(drawn).mapToDouble(figure).filter(Double::isFinite).sorted().toArray();
    double value = figure.applyAsDouble(groups.shares());
    int tail = (int) Math.floor(Confidence.TAIL * values.length);
    double lower = values.length == 0 ? value : values[tail];
    double upper = values.length == 0 ? value : values[values.length - 1 - tail];
    return new Index(value, new Interval(Math.min(value, lower), Math.max(value, upper)));
  }
}
