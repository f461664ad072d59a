package org.tidemark.model;

import java.time.LocalDate;

/**
 * The days that a date may mean, in days since 1970-01-01 of the Gregorian calendar.
 *
 * @param first the earliest
 * @param last the latest, itself included
 */
public record DayInterval(long first, long last) {
  /** Checks that the interval is not empty. */
  public DayInterval {
    if (last < first) {
      throw new IllegalArgumentException("an interval ends on or after the day it begins");
    }
  }

  /**
   * Canonical text of the narrowest precision of the shared schema (day, month, year) that holds
   * all the days. Where they straddle two years no such text exists: then it is the year that holds
   * most of them, the earlier one of two equal; {@link #straddlesYears} tells these apart.
   */
  public String text() {
    LocalDate from = LocalDate.ofEpochDay(first);
    LocalDate to = LocalDate.ofEpochDay(last);
    if (from.getYear() != to.getYear()) {
      return text(LocalDate.ofEpochDay(middle()).getYear(), 0, 0);
    }
    boolean sameMonth = from.getMonthValue() == to.getMonthValue();
    boolean sameDay = first == last;
    return text(
        from.getYear(), sameMonth ? from.getMonthValue() : 0, sameDay ? from.getDayOfMonth() : 0);
  }

  /** Whether the days lie in two Gregorian years, so that their text does not hold them all. */
  public boolean straddlesYears() {
    return LocalDate.ofEpochDay(first).getYear() != LocalDate.ofEpochDay(last).getYear();
  }

  /** Whether a day is one of them. */
  public boolean holds(long day) {
    return first <= day && day <= last;
  }

  private long middle() {
    return first + (last - first) / 2;
  }

  private static String text(int year, int month, int day) {
    return PartialDate.of(year, month, day)
        .orElseThrow(() -> new IllegalArgumentException("the years 1 to 9998 can be written"));
  }
}
