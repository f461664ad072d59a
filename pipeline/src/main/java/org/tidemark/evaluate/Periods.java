package org.tidemark.evaluate;

import java.util.Locale;

/** Periods of one span as whole numbers that follow each other. */
final class Periods {
  private static final int YEAR_LENGTH = 4;
  private static final int QUARTERS = 4;
  private static final int MONTHS = 12;

  private Periods() {}

  /** The number of a period, {@code 2023}, {@code 2023Q1} or {@code 202301}. */
  static int number(String period) {
    int year = Integer.parseInt(period.substring(0, YEAR_LENGTH));
    String rest = period.substring(YEAR_LENGTH);
    if (rest.isEmpty()) {
      return year;
    }
    return rest.startsWith("Q")
        ? year * QUARTERS + Integer.parseInt(rest.substring(1)) - 1
        : year * MONTHS + Integer.parseInt(rest) - 1;
  }

  /** The period of a number. */
  static String name(int number, String span) {
    return switch (span) {
      case "month" -> String.format(Locale.ROOT, "%d%02d", number / MONTHS, number % MONTHS + 1);
      case "quarter" ->
          String.format(Locale.ROOT, "%dQ%d", number / QUARTERS, number % QUARTERS + 1);
      default -> Integer.toString(number);
    };
  }

  /** How many periods a year has. */
  static int perYear(String span) {
    return switch (span) {
      case "month" -> MONTHS;
      case "quarter" -> QUARTERS;
      default -> 1;
    };
  }
}
