package org.tidemark.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as it is published: at most 12 significant digits, half to even on its exact binary
 * value, written in one form only, so that equal figures are equal bytes and both twins of a table
 * hold the same number.
 *
 * <p>Plain notation from 1e-7 up to (not including) 1e15, else {@code 1.5e-9}; no trailing zeros,
 * no {@code -0}.
 *
 * @param text the number's text
 * @param value the double nearest to the text: what a reader of the text gets
 */
record CanonicalNumber(String text, double value) {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final BigDecimal PLAIN_FROM = new BigDecimal("1e-7");
  private static final BigDecimal PLAIN_BELOW = new BigDecimal("1e15");

  /** Whole numbers up to here have at most twelve digits, and are many: they need no rounding. */
  private static final double SHORT_WHOLE = 1e12;

  /**
   * A figure as it is published.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  static CanonicalNumber of(double figure) {
    String text = text(figure);
    return new CanonicalNumber(text, Double.parseDouble(text));
  }

  private static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number");
    }
    if (value == Math.rint(value) && Math.abs(value) < SHORT_WHOLE) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    BigDecimal size = rounded.abs();
    boolean plain = size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0;
    return plain ? rounded.toPlainString() : scientific(rounded);
  }

  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    String sign = number.signum() < 0 ? "-" : "";
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    int exponent = number.precision() - number.scale() - 1;
    return sign + digits.charAt(0) + fraction + "e" + exponent;
  }
}
