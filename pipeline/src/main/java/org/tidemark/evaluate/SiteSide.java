package org.tidemark.evaluate;

import java.math.BigDecimal;
import java.util.List;
import org.tidemark.tally.IndicatorTally.Cell;

/**
 * What one site reported on one side of its start.
 *
 * @param months months reported
 * @param numerator sum of numerators
 * @param denominator sum of denominators
 * @param known numerator of the companion share
 * @param knowable denominator of the companion share
 */
record SiteSide(
    long months,
    BigDecimal numerator,
    BigDecimal denominator,
    BigDecimal known,
    BigDecimal knowable) {
  /** Nothing reported. */
  static final SiteSide NONE =
      new SiteSide(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** One more period. */
  SiteSide plus(long moreMonths, List<Cell> outcome, List<Cell> companion) {
    SiteSide sum = this;
    for (Cell c : values(outcome)) {
      sum = sum.plus(new SiteSide(0, c.numerator(), c.denominator(), NONE.known, NONE.knowable));
    }
    for (Cell c : companion) {
      sum =
          sum.plus(
              new SiteSide(0, NONE.numerator, NONE.denominator, c.numerator(), c.denominator()));
    }
    return sum.plus(new SiteSide(moreMonths, NONE.known, NONE.known, NONE.known, NONE.known));
  }

  /** Those of the values themselves: squares and variances beside them are for their error. */
  private static List<Cell> values(List<Cell> outcome) {
    return outcome.stream().filter(Cell::isAmount).toList();
  }

  /** Both together. */
  SiteSide plus(SiteSide other) {
    return new SiteSide(
        months + other.months,
        numerator.add(other.numerator),
        denominator.add(other.denominator),
        known.add(other.known),
        knowable.add(other.knowable));
  }

  /** Whether there is anything to relate the numerator to. */
  boolean tells() {
    return denominator.signum() > 0;
  }

  /** Whether the numerator counts a part of what the denominator counts. */
  boolean isPart() {
    return numerator.signum() >= 0
        && numerator.compareTo(denominator) <= 0
        && denominator.stripTrailingZeros().scale() <= 0;
  }

  /** Whether the companion share, in the given unit, is too low. */
  boolean hidden(double per, double below) {
    return knowable.signum() <= 0 || per * known.doubleValue() / knowable.doubleValue() < below;
  }

  /** Numerator over denominator. */
  double share() {
    return numerator.doubleValue() / denominator.doubleValue();
  }
}
