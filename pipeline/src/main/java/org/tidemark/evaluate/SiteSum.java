package org.tidemark.evaluate;

import java.math.BigDecimal;
import java.util.List;
import org.tidemark.tally.IndicatorTally.Cell;

/**
 * What a site counted in a period, with the companion share that says how much is known.
 *
 * @param numerator sum of numerators
 * @param denominator sum of denominators
 * @param known numerator of the companion
 * @param knowable denominator of the companion
 */
record SiteSum(
    BigDecimal numerator, BigDecimal denominator, BigDecimal known, BigDecimal knowable) {
  /** Nothing counted. */
  static final SiteSum NONE =
      new SiteSum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  static SiteSum of(List<Cell> outcome, List<Cell> companion) {
    SiteSum sum = NONE;
    for (Cell c : outcome) {
      sum = sum.plus(new SiteSum(c.numerator(), c.denominator(), NONE.known, NONE.knowable));
    }
    for (Cell c : companion) {
      sum = sum.plus(new SiteSum(NONE.known, NONE.knowable, c.numerator(), c.denominator()));
    }
    return sum;
  }

  SiteSum plus(SiteSum other) {
    return new SiteSum(
        numerator.add(other.numerator),
        denominator.add(other.denominator),
        known.add(other.known),
        knowable.add(other.knowable));
  }

  /** The same with a figure that is no sum, over 1. */
  SiteSum with(double value) {
    return new SiteSum(BigDecimal.valueOf(value), BigDecimal.ONE, known, knowable);
  }

  /** Whether there is anything to relate the numerator to. */
  boolean tells() {
    return denominator.signum() > 0;
  }

  /** Numerator over denominator. */
  double share() {
    return numerator.doubleValue() / denominator.doubleValue();
  }

  /** Whether the numerator counts a part of what the denominator counts. */
  boolean isPart() {
    return isWhole(numerator)
        && isWhole(denominator)
        && numerator.signum() >= 0
        && numerator.compareTo(denominator) <= 0;
  }

  static boolean isWhole(BigDecimal sum) {
    return sum.signum() == 0 || sum.stripTrailingZeros().scale() <= 0;
  }

  long events() {
    return numerator.stripTrailingZeros().longValueExact();
  }

  long trials() {
    return denominator.stripTrailingZeros().longValueExact();
  }

  /** The two sums as numbers. */
  double[] pair() {
    return new double[] {numerator.doubleValue(), denominator.doubleValue()};
  }
}
