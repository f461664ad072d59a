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

  private PartialDate() {}

  /**
   * The canonical text of a date, or empty where there is no such day in the calendar.
   *
   * @param year 1 to 9998
   * @param month 1 to 12, or 0 for unknown
   * @param day 1 to the month's length, or 0 for unknown; ignored where the month is unknown
   */
  public static Optional<String> of(int year, int month, int day) {
    if (year < 1 || year > 9998 || month < 0 || month > 12 || day < 0) {
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
