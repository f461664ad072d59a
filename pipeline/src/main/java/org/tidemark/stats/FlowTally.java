package org.tidemark.stats;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Cases counted by the step in which their follow-up ended, how it ended, and the step in which
 * they were registered: what {@link FlowCompleteness} is estimated from. The share alive is
 * actuarial (who leaves in a step counts half of it); the share unregistered is that of those seen
 * alive after a step who were registered later; the share of certificates that name the cancer is
 * that of the deaths of a step with a known cause, and of all such deaths in a step without any.
 * Bullard J et al. Br J Cancer 2000;82:1111-1116. doi:10.1054/bjoc.1999.1048. Limits are those
 * between which lie 95 % of the figures of redrawn counts, each from the Poisson distribution with
 * its number as mean: Efron B, Tibshirani RJ. An Introduction to the Bootstrap, 1993, chapter 13,
 * doi:10.1201/9780429246593.
 *
 * <p>Where a quarter of the cases dies in the only step, half of them registered by its end, and
 * all certificates name the cancer, the completeness is 100 % less the living who wait.
 */
public final class FlowTally {
  /** Ways in which follow-up ends. */
  public enum End {
    /** Alive, or lost to follow-up. */
    ALIVE,
    /** Died, the certificate naming the cancer. */
    NAMED,
    /** Died, the certificate naming another cause. */
    OTHER,
    /** Died of an unknown cause. */
    UNKNOWN
  }

  private static final int DRAWS = 400;

  private static final int ENDS = End.values().length;

  private final int steps;
  private final long[] cells;

  private FlowTally(int steps, long[] cells) {
    this.steps = steps;
    this.cells = cells;
  }

  /**
   * A tally without cases.
   *
   * @param steps length of the follow-up that counts, in steps, at least 1
   */
  public static FlowTally over(int steps) {
    Require.that(steps > 0, "a flow of cases must have a step");
    return new FlowTally(steps, new long[(steps + 1) * (steps + 1) * ENDS]);
  }

  /**
   * The tally with more cases.
   *
   * @param ended step of the end of follow-up; what ends after the last step is seen through it
   * @param registered step of registration; one before diagnosis counts as at once
   * @param end how the follow-up ended
   * @param cases how many
   */
  public FlowTally with(int ended, int registered, End end, long cases) {
    Require.that(ended >= 0, "follow-up must not be negative");
    Require.notNegative(cases, "cases");
    long[] next = cells.clone();
    next[at(Math.min(ended, steps), Math.max(0, Math.min(registered, steps)), end)] += cases;
    return new FlowTally(steps, next);
  }

  /** Cases of the tally. */
  public long cases() {
    return Arrays.stream(cells).sum();
  }

  /** The completeness after the last step; insufficient where nobody died of a known cause. */
  public Answer<FlowCompleteness> completeness() {
    double[] alive = new double[steps];
    double[] unregistered = new double[steps];
    double[] named = new double[steps];
    double overall = named(0, steps);
    if (Double.isNaN(overall)) {
      return Answer.insufficient(Shortfall.NO_CAUSE_OF_DEATH);
    }
    double share = 1;
    for (int t = 0; t < steps; t++) {
      double atRisk = ending(t, steps + 1, End.values());
      double exposed = atRisk - ending(t, t + 1, End.ALIVE) / 2.0;
      double died = ending(t, t + 1, End.NAMED, End.OTHER, End.UNKNOWN);
      long seen = ending(t + 1, steps + 1, End.values());
      if (exposed <= 0 || seen == 0) {
        return Answer.insufficient(Shortfall.FOLLOW_UP_TOO_SHORT);
      }
      share *= 1 - Math.min(1, died / exposed);
      alive[t] = share;
      unregistered[t] = (double) waiting(t) / seen;
      double own = named(t, t + 1);
      named[t] = Double.isNaN(own) ? overall : own;
    }
    return Answer.given(FlowCompleteness.of(alive, unregistered, named));
  }

  /**
   * Limits of the completeness, in percent; insufficient where redrawn counts give none.
   *
   * @param seed of the generator: the same seed gives the same limits
   */
  public Answer<Interval> limits(long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    LongUnaryOperator draw = mean -> PoissonDistribution.of(mean).createSampler(random).sample();
    double[] figures =
        IntStream.range(0, DRAWS)
            .mapToObj(i -> redrawn(draw).completeness().figure())
            .flatMapToDouble(f -> f.stream().mapToDouble(FlowCompleteness::completeness))
            .sorted()
            .toArray();
    // Draws without a figure would lie at one end: a tenth of them is too many.
    if (figures.length < DRAWS * 9 / 10) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    int cut = (int) Math.floor(figures.length * Confidence.TAIL);
    double low = figures[cut];
    double high = figures[figures.length - 1 - cut];
    return completeness()
        .map(FlowCompleteness::completeness)
        .map(c -> new Interval(Math.min(low, c), Math.max(high, c)));
  }

  private FlowTally redrawn(LongUnaryOperator draw) {
    return new FlowTally(
        steps, Arrays.stream(cells).map(k -> k == 0 ? 0 : draw.applyAsLong(k)).toArray());
  }

  private int at(int ended, int registered, End end) {
    return (ended * (steps + 1) + registered) * ENDS + end.ordinal();
  }

  /** Cases whose follow-up ended from one step to before another, in these ways. */
  private long ending(int from, int to, End... ends) {
    long sum = 0;
    for (int e = from; e < to; e++) {
      for (int r = 0; r <= steps; r++) {
        for (End end : ends) {
          sum += cells[at(e, r, end)];
        }
      }
    }
    return sum;
  }

  /** Cases seen after a step that were registered after it. */
  private long waiting(int step) {
    long sum = 0;
    for (int e = step + 1; e <= steps; e++) {
      for (int r = step + 1; r <= steps; r++) {
        for (End end : End.values()) {
          sum += cells[at(e, r, end)];
        }
      }
    }
    return sum;
  }

  private double named(int from, int to) {
    double of = ending(from, to, End.NAMED, End.OTHER);
    return of == 0 ? Double.NaN : ending(from, to, End.NAMED) / of;
  }
}
