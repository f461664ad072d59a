package org.tidemark.stats;

import java.util.function.IntToDoubleFunction;

/**
 * Inequality of a share over ordered groups, from the groups' counts alone. With {@code p} the part
 * of a group in the population, {@code R} its midpoint rank and {@code y} its share: the slope
 * index of inequality is the least-squares slope of {@code y} on {@code R} with weights {@code p}
 * (each once); the absolute concentration index is {@code 2 sum p y (R - 1/2)}, the relative one
 * that over the mean, Erreygers' index four times it. Kakwani N, Wagstaff A, van Doorslaer E. J
 * Econometrics 1997;77:87-103. doi:10.1016/S0304-4076(96)01807-6. Erreygers G. J Health Econ
 * 2009;28:504-515. doi:10.1016/j.jhealeco.2008.02.003
 *
 * <p>Each is a function of independent binomial shares; limits are normal ones with its variance by
 * the delta method, the group sizes taken as known.
 *
 * @param value the index
 * @param limits its limits
 */
public record OrderedShares(double value, Interval limits) {
  private static final int LEAST_GROUPS = 3;
  private static final long LEAST_SIZE = 10;

  /** The difference of the share between the two ends of the scale, as the line has it. */
  public static Answer<OrderedShares> slope(long[] events, long[] trials) {
    return of(
        events,
        trials,
        g -> {
          double spread = g.sum(j -> g.part[j] * g.offset(j) * g.offset(j));
          return g.linear(j -> g.part[j] * g.offset(j) / spread);
        });
  }

  /** The relative concentration index; insufficient where the share is 0 throughout. */
  public static Answer<OrderedShares> concentration(long[] events, long[] trials) {
    return of(
        events,
        trials,
        g -> {
          double mean = g.sum(j -> g.part[j] * g.share[j]);
          double index = g.sum(j -> 2 * g.part[j] * g.offset(j) * g.share[j]) / mean;
          IntToDoubleFunction slope = j -> g.part[j] * (2 * g.offset(j) - index) / mean;
          return g.estimate(index, slope);
        });
  }

  /** Erreygers' index, for shares between 0 and 1. */
  public static Answer<OrderedShares> erreygers(long[] events, long[] trials) {
    return of(events, trials, g -> g.linear(j -> 8 * g.part[j] * g.offset(j)));
  }

  /** An index of ordered groups. */
  private interface Index {
    OrderedShares of(Groups groups);
  }

  private static Answer<OrderedShares> of(long[] events, long[] trials, Index index) {
    Require.that(events.length == trials.length, "each group must have its events and its size");
    long all = 0;
    for (int j = 0; j < trials.length; j++) {
      Require.events(events[j], trials[j], "ordered groups");
      all += events[j];
      if (trials[j] < LEAST_SIZE) {
        return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
      }
    }
    return trials.length < LEAST_GROUPS || all == 0
        ? Answer.insufficient(
            all == 0 && trials.length >= LEAST_GROUPS
                ? Shortfall.NO_CASES
                : Shortfall.TOO_FEW_OBSERVATIONS)
        : Answer.given(index.of(new Groups(events, trials)));
  }

  private static final class Groups {
    private final double[] part;
    private final double[] rank;
    private final double[] share;
    private final double[] size;

    Groups(long[] events, long[] trials) {
      int n = trials.length;
      part = new double[n];
      rank = new double[n];
      share = new double[n];
      size = new double[n];
      double all = 0;
      for (long t : trials) {
        all += t;
      }
      double below = 0;
      for (int j = 0; j < n; j++) {
        size[j] = trials[j];
        share[j] = events[j] / size[j];
        part[j] = size[j] / all;
        rank[j] = below + part[j] / 2;
        below += part[j];
      }
    }

    double offset(int j) {
      return rank[j] - 0.5;
    }

    double sum(IntToDoubleFunction term) {
      double sum = 0;
      for (int j = 0; j < part.length; j++) {
        sum += term.applyAsDouble(j);
      }
      return sum;
    }

    OrderedShares linear(IntToDoubleFunction weight) {
      return estimate(sum(j -> weight.applyAsDouble(j) * share[j]), weight);
    }

    OrderedShares estimate(double value, IntToDoubleFunction slope) {
      double variance =
          sum(j -> Math.pow(slope.applyAsDouble(j), 2) * share[j] * (1 - share[j]) / size[j]);
      double half = Confidence.Z * Math.sqrt(variance);
      return new OrderedShares(value, new Interval(value - half, value + half));
    }
  }
}
