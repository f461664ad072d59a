package org.tidemark.conform;

import java.io.Serializable;
import org.tidemark.model.PartialDate;

/**
 * Reads dates written with fixed places for year, month and day, such as {@code yyyyMMdd} or {@code
 * dd/MM/yyyy}. Strict: every place must be filled, every separator must be there, and nothing may
 * follow. A day or month of 00 or 99 is unknown, and a year of 9999 makes the whole date unknown,
 * as registries write it (CanReg5, ENCR).
 */
final class DatePattern implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN_PART = 99;
  private static final int UNKNOWN_YEAR = 9999;

  /** What a text says, or why it says nothing. */
  static final String UNKNOWN = "";

  private final String pattern;
  private final int year;
  private final int month;
  private final int day;

  private DatePattern(String pattern) {
    this.pattern = pattern;
    this.year = pattern.indexOf("yyyy");
    this.month = pattern.indexOf("MM");
    this.day = pattern.indexOf("dd");
  }

  /** The pattern made of {@code yyyy}, and optionally {@code MM} and {@code dd}. */
  static DatePattern of(String pattern) {
    DatePattern made = new DatePattern(pattern);
    if (made.year < 0 || (made.day >= 0 && made.month < 0)) {
      throw new IllegalArgumentException("a date pattern needs yyyy, and MM where it has dd");
    }
    return made;
  }

  /** ISO 8601 text, {@link #UNKNOWN} where the source says unknown, or null if it is no date. */
  String read(String text) {
    if (text.length() != pattern.length() || !separatorsHold(text)) {
      return null;
    }
    int y = number(text, year, 4);
    int m = month < 0 ? 0 : number(text, month, 2);
    int d = day < 0 ? 0 : number(text, day, 2);
    if (y < 0 || m < 0 || d < 0) {
      return null;
    }
    if (y == UNKNOWN_YEAR) {
      return UNKNOWN;
    }
    return PartialDate.of(y, m == UNKNOWN_PART ? 0 : m, d == UNKNOWN_PART ? 0 : d).orElse(null);
  }

  private boolean separatorsHold(String text) {
    for (int i = 0; i < pattern.length(); i++) {
      char expected = pattern.charAt(i);
      boolean place = expected == 'y' || expected == 'M' || expected == 'd';
      if (!place && text.charAt(i) != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int width) {
    int value = 0;
    for (int i = from; i < from + width; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
