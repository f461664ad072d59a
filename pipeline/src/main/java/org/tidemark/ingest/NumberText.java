package org.tidemark.ingest;

import java.math.BigDecimal;

/** Numbers of typed formats as the shortest plain text: 5.0 is 5, and 1E3 is 1000. */
final class NumberText {
  /** Beyond this many digits a number stays as it was written: writing it out is an attack. */
  private static final int DIGITS = 40;

  private NumberText() {}

  /** The shortest plain text of a number, or the text itself where it is none. */
  static String of(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      boolean sane = value.precision() <= DIGITS && Math.abs((long) value.scale()) <= DIGITS;
      return sane ? value.stripTrailingZeros().toPlainString() : number;
    } catch (NumberFormatException e) {
      return number;
    }
  }

  /** The same of a number that was stored in binary: 0.1, where 0.1000000000000000055 was kept. */
  static String ofDouble(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    double binary = number.doubleValue();
    return of(whole || Double.isInfinite(binary) ? number.toString() : Double.toString(binary));
  }
}
