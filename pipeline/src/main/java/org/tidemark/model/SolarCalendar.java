package org.tidemark.model;

import java.time.LocalDate;

/**
 * The calendars that arithmetic alone gives. The day counts are held, day by day, against those of
 * java.time, ThreeTen-Extra and ICU in the tests.
 */
public enum SolarCalendar implements SourceCalendar {
  /** ISO 8601. */
  GREGORIAN(1, 9997) {
    @Override
    long newYear(int year) {
      return LocalDate.of(year, 1, 1).toEpochDay();
    }

    @Override
    long monthOf(int year, int month) {
      return LocalDate.of(year, month, 1).toEpochDay();
    }
  },

  /**
   * Thai Buddhist era: the Gregorian year and 543. Until BE 2483 the year began on 1 April; such
   * dates of January to March that were never rewritten lie one year later than they say.
   */
  BUDDHIST(544, 10540) {
    @Override
    long newYear(int year) {
      return GREGORIAN.newYear(year - 543);
    }

    @Override
    long monthOf(int year, int month) {
      return GREGORIAN.monthOf(year - 543, month);
    }
  },

  /**
   * Ethiopian, era of mercy: twelve months of 30 days and one of 5, or of 6 in the year before one
   * that four divides. 1 Meskerem 2000 was 12 September 2007.
   */
  ETHIOPIAN(1, 3000) {
    @Override
    public int months() {
      return 13;
    }

    @Override
    long newYear(int year) {
      return ETHIOPIAN_ERA + 365L * (year - 1) + year / 4;
    }

    @Override
    long monthOf(int year, int month) {
      return newYear(year) + 30L * (month - 1);
    }
  },

  /**
   * Solar Hijri of Iran and Afghanistan: six months of 31 days, five of 30, one of 29 or 30. Eight
   * leap years in 33, the rule that the equinox follows from 1210 to 1634 (K. M. Borkowski, The
   * Persian calendar for 3000 years, Earth, Moon and Planets 74, 1996); the rule of 2820 years puts
   * the leap day of 1403 into 1404. The lengths of months are those since the law of 1304 (1925);
   * of an earlier date only the year is used.
   */
  PERSIAN(1210, 1632) {
    @Override
    long newYear(int year) {
      return PERSIAN_ERA + 365L * (year - 1) + (8L * year + 21) / 33;
    }

    @Override
    long monthOf(int year, int month) {
      return newYear(year) + 30L * (month - 1) + Math.min(month - 1, 6);
    }

    @Override
    public boolean monthsKnown(int year) {
      return year >= 1304;
    }
  };

  private static final long ETHIOPIAN_ERA = LocalDate.of(8, 8, 27).toEpochDay();
  private static final long PERSIAN_ERA = LocalDate.of(622, 3, 21).toEpochDay();

  private final int from;
  private final int to;

  SolarCalendar(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** Where a year in reach begins, in days since 1970-01-01. */
  abstract long newYear(int year);

  /** Where a month of a year in reach begins, in days since 1970-01-01. */
  abstract long monthOf(int year, int month);

  @Override
  public int months() {
    return 12;
  }

  @Override
  public boolean sharesNewYear() {
    return this == GREGORIAN || this == BUDDHIST;
  }

  @Override
  public long monthStart(int year, int month) {
    if (year < from || year > to || month < 1 || month > months() + 1) {
      return NOT_REACHED;
    }
    return month > months() ? newYear(year + 1) : monthOf(year, month);
  }
}
