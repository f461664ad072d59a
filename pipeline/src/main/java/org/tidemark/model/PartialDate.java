package org.tidemark.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * ISO 8601 text of a calendar date of which the day, or the day and the month, may be unknown:
 * {@code 2019-07-03}, {@code 2019-07}, {@code 2019}. It stands for an interval of days; a single
 * day is chosen from it for calculation only, and its precision is kept.
 */
public final class PartialDate {
  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;
  private static final int DAY_LENGTH = 10;
  private static final int LAST_YEAR = 9998;
  private static final int SHORTEST_MONTH = 28;
  private static final int NO_NUMBER = -10_000;

  private PartialDate() {}

  /**
   * The canonical text of a date, or empty where there is no such day in the calendar.
   *
   * @param year 1 to 9998
   * @param month 1 to 12, or 0 for unknown
   * @param day 1 to the month's length, or 0 for unknown; ignored where the month is unknown
   */
  public static Optional<String> of(int year, int month, int day) {
    if (year < 1 || year > LAST_YEAR || month < 0 || month > 12 || day < 0) {
      return Optional.empty();
    }
    if (month == 0) {
      return Optional.of(digits(year, YEAR_LENGTH));
    }
    String text = digits(year, YEAR_LENGTH) + '-' + digits(month, 2);
    if (day == 0) {
      return Optional.of(text);
    }
    return day > YearMonth.of(year, month).lengthOfMonth()
        ? Optional.empty()
        : Optional.of(text + '-' + digits(day, 2));
  }

  /**
   * Whether a text as it was sent is the canonical text of a day already: four digits, a hyphen,
   * two digits, a hyphen, two digits, and in the calendar.
   */
  public static boolean isDay(String text) {
    if (text.length() != DAY_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    int year = 100 * pair(text, 0) + pair(text, 2);
    int month = pair(text, 5);
    int day = pair(text, 8);
    return year >= 1
        && year <= LAST_YEAR
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= SHORTEST_MONTH || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** The number that two digits make; where one is none, so little that no year is left of it. */
  private static int pair(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits ? 10 * tens + ones : NO_NUMBER;
  }

  /** Whether the text is a date of whole-day precision. */
  public static boolean exact(String text) {
    return text != null && text.length() == DAY_LENGTH;
  }

  /** The first day that a canonical text may mean. */
  public static LocalDate earliest(String text) {
    return switch (text.length()) {
      case YEAR_LENGTH -> LocalDate.of(Integer.parseInt(text), 1, 1);
      case MONTH_LENGTH -> YearMonth.parse(text).atDay(1);
      default -> LocalDate.parse(text);
    };
  }

  /** The last day that a canonical text may mean. */
  public static LocalDate latest(String text) {
    return switch (text.length()) {
      case YEAR_LENGTH -> LocalDate.of(Integer.parseInt(text), 12, 31);
      case MONTH_LENGTH -> YearMonth.parse(text).atEndOfMonth();
      default -> LocalDate.parse(text);
    };
  }

  private static String digits(int value, int width) {
    String plain = Integer.toString(value);
    return "0".repeat(Math.max(0, width - plain.length())) + plain;
  }
}
