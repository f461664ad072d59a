package org.tidemark.conform;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.catalogue.DateForm;
import org.tidemark.model.DatePattern;
import org.tidemark.model.DayInterval;
import org.tidemark.model.PartialDate;
import org.tidemark.model.SolarCalendar;

/**
 * Reads the dates of one field to ISO 8601 of the precision that is known. A day or month of 00 or
 * 99 is unknown; a year of 9999, and a date all of zeros or nines, make the whole date unknown, as
 * registries write it (CanReg5, ENCR). A date of another calendar becomes the days it may mean, and
 * these the text of {@link DayInterval#text}.
 */
final class DateReader implements CellType {
  private static final long serialVersionUID = 1L;
  private static final List<String> UNKNOWN_DATES = List.of("99999999", "00000000");
  private static final int UNKNOWN_PART = 99;
  private static final int UNKNOWN_YEAR = 9999;
  private static final DatePattern.Parts ZEROS = new DatePattern.Parts(0, 0, 0);
  private static final DatePattern.Parts SHORT_NINES =
      new DatePattern.Parts(UNKNOWN_PART, UNKNOWN_PART, UNKNOWN_PART);
  private static final int CENTURY = 100;
  private static final int NO_LEAP_DAY = 60;
  private static final int THIRTEENTH = 13;
  private static final int SHORT_MONTH = 6;

  /** Whole days, to 2173; the time of day behind the point is left out. */
  private static final Pattern SERIAL = Pattern.compile("(\\d{1,5})(?:\\.\\d{1,15})?");

  /** How the shared schema itself writes a day. */
  private static final String STORED = "yyyy-MM-dd";

  private final DateForm form;
  private final boolean asStored;

  private DateReader(DateForm form) {
    this.form = form;
    this.asStored =
        form.calendar() == SolarCalendar.GREGORIAN
            && form.unknown().equals(DateForm.Unknown.STANDARD)
            && !form.patterns().isEmpty()
            && form.patterns().get(0).pattern().equals(STORED);
  }

  static DateReader of(DateForm form) {
    return new DateReader(form);
  }

  @Override
  public Object read(String text) {
    // Most days need no reading apart and writing anew.
    if (asStored && PartialDate.isDay(text)) {
      return text;
    }
    if (UNKNOWN_DATES.contains(text)) {
      return null;
    }
    // No text is two dates by two patterns: the first that fits is the only one.
    for (DatePattern pattern : form.patterns()) {
      Optional<DatePattern.Parts> parts = pattern.read(text);
      if (parts.isPresent()) {
        return date(parts.get(), pattern.shortYear());
      }
    }
    return form.serial() == 0 ? NOT_OF_TYPE : serial(text);
  }

  /** Ethiopia's year ends in a short month, by which dates of its calendar give themselves away. */
  @Override
  public boolean thirteenthMonth(String text) {
    return form.calendar() == SolarCalendar.GREGORIAN
        && form.patterns().stream()
            .flatMap(pattern -> pattern.read(text).stream())
            .anyMatch(parts -> parts.month() == THIRTEENTH && parts.day() <= SHORT_MONTH);
  }

  private Object date(DatePattern.Parts parts, boolean shortYear) {
    if (unknown(parts, shortYear)) {
      return null;
    }
    DateForm.Unknown codes = form.unknown();
    boolean noMonth = parts.month() == UNKNOWN_PART || codes.months().contains(parts.month());
    boolean noDay = parts.day() == UNKNOWN_PART || codes.days().contains(parts.day());
    return stored(
        shortYear ? fullYear(parts.year()) : parts.year(),
        noMonth ? 0 : parts.month(),
        noDay ? 0 : parts.day());
  }

  private boolean unknown(DatePattern.Parts parts, boolean shortYear) {
    if (form.unknown().years().contains(parts.year())) {
      return true;
    }
    if (shortYear) {
      return parts.equals(SHORT_NINES);
    }
    return parts.year() == UNKNOWN_YEAR || parts.equals(ZEROS);
  }

  /** The year of that end in the hundred years from the pivot. */
  private int fullYear(int end) {
    return form.pivot() + Math.floorMod(end - form.pivot(), CENTURY);
  }

  private Object stored(int year, int month, int day) {
    // The shared schema's own calendar needs no count of days.
    Optional<String> text =
        form.calendar() == SolarCalendar.GREGORIAN
            ? PartialDate.of(year, month, day)
            : form.calendar().days(year, month, day).map(DayInterval::text);
    return text.map(Object.class::cast).orElse(NOT_OF_TYPE);
  }

  /** The day that a spreadsheet counts to; its system of 1900 has a 29 February that never was. */
  private Object serial(String text) {
    Matcher matcher = SERIAL.matcher(text);
    if (!matcher.matches()) {
      return NOT_OF_TYPE;
    }
    int days = Integer.parseInt(matcher.group(1));
    if (form.serial() == 1904) {
      return LocalDate.of(1904, 1, 1).plusDays(days).toString();
    }
    if (days == 0 || days == NO_LEAP_DAY) {
      return NOT_OF_TYPE;
    }
    return LocalDate.of(1899, 12, days < NO_LEAP_DAY ? 31 : 30).plusDays(days).toString();
  }
}
