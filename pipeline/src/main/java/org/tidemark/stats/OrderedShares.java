package org.tidemark.stats;

import java.util.Arrays;
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
 * the delta method, the group sizes taken as known: those of {@link Inequality} are drawn, which
 * holds with few events too, and asks for a seed.
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
          double spread = g.spread();
          return estimate(g, g.slope(g.shares()), j -> g.part(j) * g.offset(j) / spread);
        });
  }

  /** The relative concentration index; insufficient where the share is 0 throughout. */
  public static Answer<OrderedShares> concentration(long[] events, long[] trials) {
    return of(
        events,
        trials,
        g -> {
          double mean = g.mean(g.shares());
          double index = g.relative(g.shares());
          return estimate(g, index, j -> g.part(j) * (2 * g.offset(j) - index) / mean);
        });
  }

  /** Erreygers' index, for shares between 0 and 1. */
  public static Answer<OrderedShares> erreygers(long[] events, long[] trials) {
    return of(
        events,
        trials,
        g -> estimate(g, g.erreygers(g.shares()), j -> 8 * g.part(j) * g.offset(j)));
  }

  /** An index of ordered groups. */
  private interface Index {
    OrderedShares of(OrderedGroups groups);
  }

  private static Answer<OrderedShares> of(long[] events, long[] trials, Index index) {
    Require.that(events.length == trials.length, "each group must have its events and its size");
    if (trials.length < LEAST_GROUPS || Arrays.stream(trials).anyMatch(t -> t < LEAST_SIZE)) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return Arrays.stream(events).allMatch(e -> e == 0)
        ? Answer.insufficient(Shortfall.NO_CASES)
        : Answer.given(index.of(OrderedGroups.of(events, trials)));
  }

  /** The index with its limits; the derivative is that by each group's share. */
  private static OrderedShares estimate(
      OrderedGroups groups, double value, IntToDoubleFunction derivative) {
    double variance =
        groups.sum(j -> Math.pow(derivative.applyAsDouble(j), 2) * groups.variance(j));
    double half = Confidence.Z * Math.sqrt(variance);
    return new OrderedShares(value, new Interval(value - half, value + half));
  }
}
