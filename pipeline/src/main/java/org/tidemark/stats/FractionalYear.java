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

  /**
   * The age on a day in years, each year of life counted by the calendar: the difference of the two
   * dates as years and the part of their own year that was gone. A birthday is a whole number but
   * for the 29th of February's shift.
   *
   * @param birthDay day of birth, days since 1970-01-01
   * @param day the day, not before it
   */
  public static double age(int birthDay, int day) {
    return ofItsLength(LocalDate.ofEpochDay(day)) - ofItsLength(LocalDate.ofEpochDay(birthDay));
  }

  private static double ofItsLength(LocalDate date) {
    return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
  }
}
