package org.tidemark.stats;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A quantile of fully observed values, with distribution-free limits from order statistics. The
 * number of values below the true quantile is binomial, so the r-th value lies below it with at
 * least 97.5 % when {@code P(Bin(n, p) <= r - 1) <= 2.5 %}, and so upwards. Thompson WR. Ann Math
 * Stat 1936;7:122-128. doi:10.1214/aoms/1177732502
 *
 * <p>The estimate is the inverse of the empirical distribution, averaged where that is flat: the
 * second definition of Hyndman RJ, Fan Y. Am Stat 1996;50:361-365.
 * doi:10.1080/00031305.1996.10473566. For the median it is the usual one.
 *
 * @param count number of values
 * @param value the quantile
 * @param limits the order-statistic limits; insufficient while the sample is too small to bound it
 */
public record Quantile(int count, double value, Answer<Interval> limits) {
  /** The median; its limits need six values or more. */
  public static Answer<Quantile> median(double[] values) {
    return of(values, 0.5);
  }

  /**
   * A quantile of some values; insufficient without any.
   *
   * @param values finite values in any order
   * @param probability share of the distribution below the quantile, inside 0 to 1
   */
  public static Answer<Quantile> of(double[] values, double probability) {
    Require.share(probability, "probability of a quantile");
    double[] sorted = Require.finite(values, "the values of a quantile");
    if (sorted.length == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    Arrays.sort(sorted);
    return of(sorted.length, rank -> sorted[rank], probability);
  }

  /**
   * The median of values of which only is known how often each occurs; insufficient without any.
   *
   * @param times value → how often, not negative
   */
  public static Answer<Quantile> median(SortedMap<Integer, Long> times) {
    int[] values = times.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] until = new long[values.length];
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += times.get(values[i]);
      until[i] = sum;
    }
    Require.that(sum <= Integer.MAX_VALUE, "values of a median must be fewer than 2^31");
    if (sum == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    return of((int) sum, rank -> (double) values[place(until, rank)], 0.5);
  }

  /** The first place up to which more than so many values lie. */
  private static int place(long[] until, int rank) {
    int from = 0;
    int to = until.length - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (until[middle] > rank) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private static Answer<Quantile> of(int count, IntToDoubleFunction ranked, double probability) {
    return Answer.given(
        new Quantile(
            count, estimate(count, ranked, probability), limits(count, ranked, probability)));
  }

  private static double estimate(int count, IntToDoubleFunction ranked, double probability) {
    double position = count * probability;
    int below = (int) Math.floor(position);
    // Tenths are not exact in binary: a whole position may miss its integer by a rounding.
    if (Math.abs(position - Math.rint(position)) < 1e-9) {
      int whole = (int) Math.rint(position);
      double low = ranked.applyAsDouble(Math.max(0, whole - 1));
      return low + (ranked.applyAsDouble(Math.min(count - 1, whole)) - low) / 2;
    }
    return ranked.applyAsDouble(below);
  }

  private static Answer<Interval> limits(
      int count, IntToDoubleFunction ranked, double probability) {
    BinomialDistribution below = BinomialDistribution.of(count, probability);
    int lower = Math.max(0, below.inverseCumulativeProbability(Confidence.TAIL) - 1);
    while (below.cumulativeProbability(lower) <= Confidence.TAIL) {
      lower++;
    }
    int upper = Math.min(count, below.inverseCumulativeProbability(1 - Confidence.TAIL) + 2);
    while (upper > 0 && below.survivalProbability(upper - 1) <= Confidence.TAIL) {
      upper--;
    }
    // Ranks count from 1: the lower one is `lower`, the upper one `upper + 1`.
    return lower == 0 || upper == count
        ? Answer.insufficient(Shortfall.LIMIT_NOT_REACHED)
        : Answer.given(new Interval(ranked.applyAsDouble(lower - 1), ranked.applyAsDouble(upper)));
  }
}
