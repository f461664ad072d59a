package org.tidemark.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as DHIS2 writes it. Forms of one length are told by what stands between their numbers:
 * 202601 is a month, 2026W1 a week, 2026Q1 a quarter and 2026S1 a half-year.
 *
 * @param kind its kind
 * @param start its first day
 * @param end its last day
 */
public record Dhis2Period(Kind kind, LocalDate start, LocalDate end) {
  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(\\d{2})");
  private static final Pattern TWO_MONTHS = Pattern.compile("(\\d{4})(\\d{2})B");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(\\d{4})(BiW|(?:Wed|Thu|Fri|Sat|Sun)?W|NovQ|Q|AprilS|NovS|S"
              + "|Feb|April|July|Aug|Sep|Oct|Nov)(\\d{0,2})");

  private static final Map<String, DayOfWeek> WEEKS =
      Map.of(
          "W", DayOfWeek.MONDAY,
          "WedW", DayOfWeek.WEDNESDAY,
          "ThuW", DayOfWeek.THURSDAY,
          "FriW", DayOfWeek.FRIDAY,
          "SatW", DayOfWeek.SATURDAY,
          "SunW", DayOfWeek.SUNDAY);

  private static final Map<String, Integer> FINANCIAL =
      Map.of("Feb", 2, "April", 4, "July", 7, "Aug", 8, "Sep", 9, "Oct", 10, "Nov", 11);

  private static final int WEEK = 7;
  private static final int QUARTER = 3;
  private static final int HALF = 6;
  private static final int YEAR_MONTHS = 12;
  private static final int NOVEMBER = 11;

  /** How long a period is, and whether it follows the calendar year. */
  public enum Kind {
    /** A day. */
    DAY,
    /** Seven days from any day of the week. */
    WEEK,
    /** Two ISO weeks. */
    TWO_WEEKS,
    /** A calendar month. */
    MONTH,
    /** Two calendar months. */
    TWO_MONTHS,
    /** A quarter of the calendar year. */
    QUARTER,
    /** A quarter of a year from November. */
    SHIFTED_QUARTER,
    /** Half a calendar year. */
    HALF_YEAR,
    /** Half a year from April or November. */
    SHIFTED_HALF_YEAR,
    /** A calendar year. */
    YEAR,
    /** Twelve months from another month than January. */
    FINANCIAL_YEAR
  }

  /** Checks that nothing is absent. */
  public Dhis2Period {
    requireNonNull(kind, "kind");
    requireNonNull(start, "start");
    requireNonNull(end, "end");
  }

  /** The period that a text means; none where it is no period. */
  public static Optional<Dhis2Period> of(String text) {
    try {
      return Optional.ofNullable(read(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Dhis2Period read(String text) {
    Matcher day = DAY.matcher(text);
    if (day.matches() && text.contains("-") == (text.length() == 10)) {
      LocalDate date = LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
      return new Dhis2Period(Kind.DAY, date, date);
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return months(Kind.MONTH, number(month, 1), number(month, 2), 1);
    }
    Matcher two = TWO_MONTHS.matcher(text);
    if (two.matches()) {
      return months(Kind.TWO_MONTHS, number(two, 1), part(number(two, 2), HALF) * 2 - 1, 2);
    }
    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return months(Kind.YEAR, number(year, 1), 1, YEAR_MONTHS);
    }
    Matcher named = NAMED.matcher(text);
    return named.matches() ? named(named) : null;
  }

  private static Dhis2Period named(Matcher period) {
    int year = number(period, 1);
    String form = period.group(2);
    if (FINANCIAL.containsKey(form)) {
      return period.group(3).isEmpty()
          ? months(Kind.FINANCIAL_YEAR, begins(year, form), FINANCIAL.get(form), YEAR_MONTHS)
          : null;
    }
    if (period.group(3).isEmpty()) {
      return null;
    }
    int number = number(period, 3);
    return switch (form) {
      case "Q" -> months(Kind.QUARTER, year, QUARTER * part(number, 4) - 2, QUARTER);
      case "S" -> months(Kind.HALF_YEAR, year, HALF * part(number, 2) - 5, HALF);
      case "AprilS" ->
          months(Kind.SHIFTED_HALF_YEAR, year, 4, HALF).plus(HALF * (part(number, 2) - 1));
      // The year that a November period bears is the one that most of its year lies in.
      case "NovS" ->
          months(Kind.SHIFTED_HALF_YEAR, year - 1, NOVEMBER, HALF)
              .plus(HALF * (part(number, 2) - 1));
      case "NovQ" ->
          months(Kind.SHIFTED_QUARTER, year - 1, NOVEMBER, QUARTER)
              .plus(QUARTER * (part(number, 4) - 1));
      case "BiW" -> weeks(Kind.TWO_WEEKS, year, 2 * part(number, 27) - 1, DayOfWeek.MONDAY, 2);
      default -> weeks(Kind.WEEK, year, part(number, 53), WEEKS.get(form), 1);
    };
  }

  /**
   * A year from November bears the year that most of it lies in, all others that of their start.
   */
  private static int begins(int year, String form) {
    return form.equals("Nov") ? year - 1 : year;
  }

  /** Week 1 is the one that has the fourth day of January, whatever day weeks begin with. */
  private static Dhis2Period weeks(Kind kind, int year, int week, DayOfWeek first, int length) {
    LocalDate fourth = LocalDate.of(year, 1, 4);
    LocalDate start = fourth.with(TemporalAdjusters.previousOrSame(first)).plusWeeks(week - 1L);
    // A year has a 53rd week only where most of it lies in the year.
    if (ChronoUnit.DAYS.between(start, LocalDate.of(year + 1, 1, 4)) < WEEK) {
      throw new DateTimeException("the year has no such week");
    }
    return new Dhis2Period(kind, start, start.plusDays((long) WEEK * length - 1));
  }

  private static Dhis2Period months(Kind kind, int year, int month, int length) {
    LocalDate start = LocalDate.of(year, month, 1);
    return new Dhis2Period(kind, start, start.plusMonths(length).minusDays(1));
  }

  private Dhis2Period plus(int months) {
    LocalDate from = start.plusMonths(months);
    return new Dhis2Period(kind, from, end.plusDays(1).plusMonths(months).minusDays(1));
  }

  private static int part(int number, int most) {
    if (number < 1 || number > most) {
      throw new DateTimeException("the year has no such part");
    }
    return number;
  }

  private static int number(Matcher period, int group) {
    return Integer.parseInt(period.group(group));
  }

  /**
   * As the shared schema writes it: 2026, 2026Q1 or 202601; empty for a period of another kind,
   * which no table has.
   */
  public Optional<String> shared() {
    int year = start.getYear();
    return switch (kind) {
      case MONTH ->
          Optional.of(String.format(Locale.ROOT, "%04d%02d", year, start.getMonthValue()));
      case QUARTER ->
          Optional.of(
              String.format(Locale.ROOT, "%04dQ%d", year, (start.getMonthValue() + 2) / QUARTER));
      case YEAR -> Optional.of(String.format(Locale.ROOT, "%04d", year));
      default -> Optional.empty();
    };
  }
}
