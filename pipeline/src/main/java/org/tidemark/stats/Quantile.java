package org.tidemark.stats;

import java.util.Arrays;
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
    return Answer.given(
        new Quantile(sorted.length, estimate(sorted, probability), limits(sorted, probability)));
  }

  private static double estimate(double[] sorted, double probability) {
    double position = sorted.length * probability;
    int below = (int) Math.floor(position);
    // Tenths are not exact in binary: a whole position may miss its integer by a rounding.
    if (Math.abs(position - Math.rint(position)) < 1e-9) {
      int whole = (int) Math.rint(position);
      double low = sorted[Math.max(0, whole - 1)];
      return low + (sorted[Math.min(sorted.length - 1, whole)] - low) / 2;
    }
    return sorted[below];
  }

  private static Answer<Interval> limits(double[] sorted, double probability) {
    BinomialDistribution below = BinomialDistribution.of(sorted.length, probability);
    int lower = 0;
    while (below.cumulativeProbability(lower) <= Confidence.TAIL) {
      lower++;
    }
    int upper = sorted.length;
    while (upper > 0 && below.survivalProbability(upper - 1) <= Confidence.TAIL) {
      upper--;
    }
    // Ranks count from 1: the lower one is `lower`, the upper one `upper + 1`.
    return lower == 0 || upper == sorted.length
        ? Answer.insufficient(Shortfall.LIMIT_NOT_REACHED)
        : Answer.given(new Interval(sorted[lower - 1], sorted[upper]));
  }
}
