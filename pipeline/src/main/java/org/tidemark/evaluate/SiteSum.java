package org.tidemark.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;

/**
 * What a site counted in a period, with the companion share that says how much is known.
 *
 * @param numerator sum of numerators
 * @param denominator sum of denominators
 * @param known numerator of the companion
 * @param knowable denominator of the companion
 * @param behind what stands behind a survival
 */
record SiteSum(
    BigDecimal numerator,
    BigDecimal denominator,
    BigDecimal known,
    BigDecimal knowable,
    Behind behind) {
  /** Nothing counted. */
  static final SiteSum NONE =
      new SiteSum(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          new Behind(BigDecimal.ZERO, BigDecimal.ZERO, 0));

  /**
   * What stands behind a survival besides its value. Persons of one period are not those of
   * another, so the variances of survivors add up.
   *
   * @param variance of the numerator
   * @param over the denominator of the periods of which the variance is known
   * @param deaths up to the time asked for
   */
  record Behind(BigDecimal variance, BigDecimal over, long deaths) {
    private Behind plus(Behind other) {
      return new Behind(variance.add(other.variance), over.add(other.over), deaths + other.deaths);
    }

    private static Behind of(Cell cell) {
      return switch (cell.length()) {
        case IndicatorTally.VARIANCE -> new Behind(cell.numerator(), cell.denominator(), 0);
        case IndicatorTally.DEATHS ->
            new Behind(BigDecimal.ZERO, BigDecimal.ZERO, cell.numerator().longValueExact());
        default -> NONE.behind;
      };
    }
  }

  static SiteSum of(List<Cell> outcome, List<Cell> companion) {
    SiteSum sum = NONE;
    for (Cell c : outcome) {
      sum =
          sum.plus(
              c.isAmount()
                  ? new SiteSum(
                      c.numerator(), c.denominator(), NONE.known, NONE.knowable, NONE.behind)
                  : new SiteSum(
                      NONE.numerator, NONE.denominator, NONE.known, NONE.knowable, Behind.of(c)));
    }
    for (Cell c : companion) {
      sum =
          sum.plus(
              new SiteSum(
                  NONE.numerator, NONE.denominator, c.numerator(), c.denominator(), NONE.behind));
    }
    return sum;
  }

  SiteSum plus(SiteSum other) {
    return new SiteSum(
        numerator.add(other.numerator),
        denominator.add(other.denominator),
        known.add(other.known),
        knowable.add(other.knowable),
        behind.plus(other.behind));
  }

  /** The same with a figure that is no sum, over 1. */
  SiteSum with(double value) {
    return new SiteSum(BigDecimal.valueOf(value), BigDecimal.ONE, known, knowable, behind);
  }

  /** Whether there is anything to relate the numerator to. */
  boolean tells() {
    return denominator.signum() > 0;
  }

  /** Numerator over denominator. */
  double share() {
    return numerator.doubleValue() / denominator.doubleValue();
  }

  /** The standard error of the share; empty where one of its parts has none, or nothing varied. */
  OptionalDouble error() {
    return behind.variance.signum() > 0 && behind.over.compareTo(denominator) == 0
        ? OptionalDouble.of(Math.sqrt(behind.variance.doubleValue()) / denominator.doubleValue())
        : OptionalDouble.empty();
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
