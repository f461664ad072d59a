package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.tidemark.model.DatePattern;
import org.tidemark.model.SolarCalendar;
import org.tidemark.model.SourceCalendar;

/**
 * How the dates of one field are written. A year of 9999 and months and days of 00 and 99 are
 * unknown in every form.
 *
 * @param patterns in the order they are tried; no text is two dates by two of them
 * @param calendar the calendar they are written in
 * @param pivot the first of the hundred years that two digits may mean; 0 where years have four
 * @param serial 1900 or 1904: a whole number counts days as spreadsheets of that date system do; 0
 *     where none does
 * @param unknown further codes of unknown parts
 */
public record DateForm(
    List<DatePattern> patterns, SourceCalendar calendar, int pivot, int serial, Unknown unknown)
    implements Serializable {
  private static final List<DatePattern> ISO =
      List.of(DatePattern.of("yyyy-MM-dd"), DatePattern.of("yyyy-MM"), DatePattern.of("yyyy"));

  /**
   * Numbers that mean unknown in one part of a date.
   *
   * @param years as written, before a pivot is applied
   * @param months as written
   * @param days as written
   */
  public record Unknown(Set<Integer> years, Set<Integer> months, Set<Integer> days)
      implements Serializable {
    /** None but those of every form. */
    public static final Unknown STANDARD = new Unknown(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Unknown {
      years = Set.copyOf(years);
      months = Set.copyOf(months);
      days = Set.copyOf(days);
    }
  }

  /** Checks that nothing is absent and copies the list. */
  public DateForm {
    patterns = List.copyOf(patterns);
    requireNonNull(calendar, "calendar");
    requireNonNull(unknown, "unknown");
  }

  /** Gregorian dates of one pattern with a year of four digits. */
  public static DateForm of(String pattern) {
    return new DateForm(
        List.of(DatePattern.of(pattern)), SolarCalendar.GREGORIAN, 0, 0, Unknown.STANDARD);
  }

  /** Year, month and day as ISO 8601 orders and separates them, in some calendar. */
  public static DateForm iso(SourceCalendar calendar) {
    return new DateForm(ISO, calendar, 0, 0, Unknown.STANDARD);
  }
}
