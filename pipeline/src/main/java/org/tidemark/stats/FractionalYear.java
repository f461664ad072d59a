package org.tidemark.stats;

import java.time.LocalDate;

/**
 * Calendar time as a number of years: the year and, of {@link #DAYS} days, those gone in it, in
 * leap years too.
 */
public final class FractionalYear {
  /** Days in a year: the mean tropical year. */
  public static final double DAYS = 365.242199;

  private FractionalYear() {}

  /** The time at the beginning of a day, days since 1970-01-01. */
  public static double of(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getYear() + (date.getDayOfYear() - 1) / DAYS;
  }
}
