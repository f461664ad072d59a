package org.tidemark.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A calendar whose months follow no rule and stand in a table, as those of Nepal (Bikram Sambat).
 */
public final class MonthTable implements SourceCalendar {
  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 12;

  private final int firstYear;

  /** The first day of each month, in days since 1970-01-01, and of the month after the last. */
  private final long[] starts;

  private MonthTable(int firstYear, long[] starts) {
    this.firstYear = firstYear;
    this.starts = starts;
  }

  /**
   * The table that begins with a year.
   *
   * @param firstYear its first year
   * @param newYear the Gregorian date of that year's first day
   * @param lengths days of each of the twelve months, year by year without a gap
   * @throws IllegalArgumentException where a year has not twelve months of 1 to 32 days
   */
  public static MonthTable of(int firstYear, LocalDate newYear, List<List<Integer>> lengths) {
    long[] starts = new long[lengths.size() * MONTHS + 1];
    starts[0] = newYear.toEpochDay();
    int at = 0;
    for (List<Integer> year : lengths) {
      if (year.size() != MONTHS || year.stream().anyMatch(d -> d < 1 || d > LONGEST_MONTH)) {
        throw new IllegalArgumentException("a year has twelve months of 1 to 32 days");
      }
      for (int days : year) {
        starts[at + 1] = starts[at] + days;
        at++;
      }
    }
    return new MonthTable(firstYear, starts);
  }

  @Override
  public int months() {
    return MONTHS;
  }

  @Override
  public long monthStart(int year, int month) {
    long at = (long) (year - firstYear) * MONTHS + month - 1;
    boolean reached = year >= firstYear && month >= 1 && month <= MONTHS + 1 && at < starts.length;
    return reached ? starts[(int) at] : NOT_REACHED;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MonthTable that
        && firstYear == that.firstYear
        && Arrays.equals(starts, that.starts);
  }

  @Override
  public int hashCode() {
    return 31 * firstYear + Arrays.hashCode(starts);
  }
}
