package org.tidemark.model;

import java.io.Serializable;
import java.util.Optional;

/**
 * A solar calendar in which a source writes its dates, told by where its months begin. A year of it
 * straddles two Gregorian years unless both begin together, so a date of which a part is unknown is
 * an interval of days, never a Gregorian month or year of the same number.
 */
public interface SourceCalendar extends Serializable {
  /** What {@link #monthStart} gives for a month that the calendar does not reach. */
  long NOT_REACHED = Long.MIN_VALUE;

  /** The longest month of any of the calendars, in days. */
  int LONGEST_MONTH = 32;

  /** Months in a year. */
  int months();

  /**
   * The first day of a month, in days since 1970-01-01, or {@link #NOT_REACHED}.
   *
   * @param year of this calendar
   * @param month 1 to {@link #months()}; one more is the next year's first day
   */
  long monthStart(int year, int month);

  /** Whether its years begin with the Gregorian ones, so that no unknown part straddles two. */
  default boolean sharesNewYear() {
    return false;
  }

  /** Whether the months of a year are known, and not only where the year begins. */
  default boolean monthsKnown(int year) {
    return true;
  }

  /**
   * The days that a date may mean; empty where there is no such day.
   *
   * @param year of this calendar
   * @param month 1 to {@link #months()}, or 0 for unknown
   * @param day from 1, or 0 for unknown; ignored where the month is unknown
   */
  default Optional<DayInterval> days(int year, int month, int day) {
    if (month < 0 || month > months() || day < 0 || day > LONGEST_MONTH) {
      return Optional.empty();
    }
    boolean wholeYear = month == 0 || !monthsKnown(year);
    long first = monthStart(year, wholeYear ? 1 : month);
    long next = monthStart(year, (wholeYear ? months() : month) + 1);
    if (first == NOT_REACHED || next == NOT_REACHED) {
      return Optional.empty();
    }
    if (wholeYear || day == 0) {
      return Optional.of(new DayInterval(first, next - 1));
    }
    long at = first + day - 1;
    return at < next ? Optional.of(new DayInterval(at, at)) : Optional.empty();
  }
}
