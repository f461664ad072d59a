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
 */
public final class CanonicalNumber {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final BigDecimal PLAIN_FROM = new BigDecimal("1e-7");
  private static final BigDecimal PLAIN_BELOW = new BigDecimal("1e15");

  private CanonicalNumber() {}

  /**
   * The number's text.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number");
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal size = rounded.abs();
    boolean plain = size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0;
    return plain ? rounded.toPlainString() : scientific(rounded);
  }

  /** The double nearest to {@link #text}: what a reader of the text gets. */
  public static double rounded(double value) {
    return Double.parseDouble(text(value));
  }

  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    String sign = number.signum() < 0 ? "-" : "";
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    int exponent = number.precision() - number.scale() - 1;
    return sign + digits.charAt(0) + fraction + "e" + exponent;
  }
}
