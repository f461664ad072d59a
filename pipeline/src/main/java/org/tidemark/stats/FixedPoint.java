package org.tidemark.stats;

/**
 * Numbers as whole multiples of a power of two, so that sums are integers: exact, and the same in
 * whatever order and in whatever parts they are added.
 *
 * <p>Adding {@code 1.5 * 2^(52-q)} to a number x moves the binary point of its double to q places:
 * the bits of the sum less the bits of the constant are {@code round(x * 2^q)}. In a loop the
 * constant's bits need not be taken off each time: sums wrap modulo 2^64, and so many times the
 * constant's bits come off once at the end.
 */
final class FixedPoint {
  /** For 1/S: steps of 2^-32, persons' weights below 2^19, sums below 2^31. */
  static final FixedPoint WEIGHT = new FixedPoint(32);

  /** For hazard/S: steps of 2^-42, numbers below 2^9, sums below 2^21. */
  static final FixedPoint HAZARD = new FixedPoint(42);

  /** For times in years and probabilities: steps of 2^-36, numbers below 2^15, sums below 2^27. */
  static final FixedPoint TIME = new FixedPoint(36);

  /** Largest sum that is still told from one that overflowed. */
  static final long FULL = Long.MAX_VALUE;

  /** The number to add; exposed because the inner loop adds it by itself. */
  final double magic;

  /** The bits that every encoded number carries too much. */
  final long excess;

  /** Numbers of this size and above are not encoded: a hair below the range, for rounding. */
  final double limit;

  private final double unit;

  private FixedPoint(int places) {
    this.magic = 0x1.8p52 / (1L << places);
    this.excess = Double.doubleToRawLongBits(magic);
    this.unit = 1.0 / (1L << places);
    this.limit = 0x1.fffffp50 * unit;
  }

  /** The number as an integer of the unit, rounded to the nearest even. */
  long of(double x) {
    return Double.doubleToRawLongBits(x + magic) - excess;
  }

  /** The number that a sum of integers stands for. */
  double value(long sum) {
    return sum * unit;
  }

  /**
   * The sum of two integers not below 0, or {@link #FULL} if it does not fit: order is no matter.
   */
  static long add(long a, long b) {
    long sum = a + b;
    return sum < 0 ? FULL : sum;
  }

  /** A number not below 0 in units of 2^-24, or {@link #FULL}: for squares, which span widely. */
  static long square(double x) {
    return (long) Math.min(Math.rint(x * x * 0x1p24), 0x1p63);
  }

  /** What {@link #square} sums stand for. */
  static double squareValue(long sum) {
    return sum * 0x1p-24;
  }
}
