package org.tidemark.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Groups in order from the worst off to the best off: group j has the part {@code p_j} of the
 * population and stands at {@code R_j = sum of p before it + p_j / 2}. The one home of the indices
 * of a share over them; each group is weighted by its part once. Limits are for those who ask.
 */
final class OrderedGroups {
  private final double[] parts;
  private final double[] ranks;
  private final double[] shares;
  private final double[] sizes;

  private OrderedGroups(double[] parts, double[] ranks, double[] shares, double[] sizes) {
    this.parts = parts;
    this.ranks = ranks;
    this.shares = shares;
    this.sizes = sizes;
  }

  /**
   * The groups.
   *
   * @param events of each group
   * @param trials of each group, above 0
   */
  static OrderedGroups of(long[] events, long[] trials) {
    Require.that(events.length == trials.length, "each group must have its events and its size");
    double all = Arrays.stream(trials).sum();
    int n = events.length;
    OrderedGroups groups =
        new OrderedGroups(new double[n], new double[n], new double[n], new double[n]);
    double before = 0;
    for (int j = 0; j < n; j++) {
      Require.events(events[j], trials[j], "a group");
      groups.sizes[j] = trials[j];
      groups.shares[j] = events[j] / (double) trials[j];
      groups.parts[j] = trials[j] / all;
      groups.ranks[j] = before + groups.parts[j] / 2;
      before += groups.parts[j];
    }
    return groups;
  }

  int size() {
    return parts.length;
  }

  double part(int group) {
    return parts[group];
  }

  double rank(int group) {
    return ranks[group];
  }

  /** How far a group stands from the middle of the population. */
  double offset(int group) {
    return ranks[group] - 0.5;
  }

  double[] shares() {
    return shares;
  }

  /** The variance of a group's share, its size taken as known. */
  double variance(int group) {
    return shares[group] * (1 - shares[group]) / sizes[group];
  }

  double sum(IntToDoubleFunction term) {
    double sum = 0;
    for (int j = 0; j < parts.length; j++) {
      sum += term.applyAsDouble(j);
    }
    return sum;
  }

  /** Σ p (R - 1/2)². */
  double spread() {
    return sum(j -> parts[j] * offset(j) * offset(j));
  }

  double mean(double[] y) {
    return sum(j -> parts[j] * y[j]);
  }

  /** The least-squares slope of y on the rank: from the very bottom to the very top. */
  double slope(double[] y) {
    double mean = mean(y);
    return sum(j -> parts[j] * offset(j) * (y[j] - mean)) / spread();
  }

  /** The absolute concentration index, {@code 2 sum p (y - mean)(R - 1/2)}. */
  double concentration(double[] y) {
    double mean = mean(y);
    return sum(j -> 2 * parts[j] * (y[j] - mean) * offset(j));
  }

  /** The relative concentration index. */
  double relative(double[] y) {
    return concentration(y) / mean(y);
  }

  /** Erreygers' index of a share. */
  double erreygers(double[] y) {
    return 4 * concentration(y);
  }

  /** Wagstaff's index of a share. */
  double wagstaff(double[] y) {
    double mean = mean(y);
    return concentration(y) / (mean * (1 - mean));
  }
}
