package org.tidemark.stats;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A population rate table: hazard of death per day by sex, age and calendar time, constant inside a
 * cell. A cell begins at its cut points and ends where the next begins; the cell of a position is
 * the last one whose cuts lie at or before it. Cuts need not be evenly spaced.
 *
 * <p>Ages are days since birth, calendar positions are days since 1970-01-01. Age cuts may be
 * fractional (a year of age is 365.241 days); positions are whole days, so a cut counts from the
 * first whole day at or after it.
 *
 * <p>Serializable, so that one copy can be sent to every worker.
 */
public final class PopulationHazard implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Days in a year of age or of follow-up. */
  public static final double DAYS_IN_YEAR = 365.241;

  /** What holds before the first and after the last row of the table. */
  public enum Beyond {
    /** The nearest row. */
    NEAREST,
    /** Nothing: a follow-up that leaves the table is an error. */
    ERROR
  }

  /** The largest hazard per day that a table may hold. */
  public static final double MOST_PER_DAY = 1;

  private final int[] ages;
  private final double[] leads;
  private final int[] days;
  private final int sexes;
  private final double[] hazards;
  private final double[] growth;
  private final int ageEnd;
  private final int dayEnd;
  private final Beyond beyond;

  private PopulationHazard(double[] ageCuts, int[] days, double[][][] perDay, Axes axes) {
    this.ages = wholeDays(ageCuts);
    this.leads = new double[ages.length];
    Arrays.setAll(leads, row -> ages[row] - ageCuts[row]);
    this.days = days;
    this.sexes = perDay.length;
    this.hazards = flat(perDay, ages.length, days.length);
    this.growth = Arrays.stream(hazards).map(Math::exp).toArray();
    this.ageEnd = axes.ageEnd;
    this.dayEnd = axes.dayEnd;
    this.beyond = axes.beyond;
  }

  /**
   * A table outside which the nearest row holds.
   *
   * @param ageCuts first age of each row, days, strictly increasing
   * @param dayCuts first calendar day of each period, days since 1970-01-01, strictly increasing
   * @param perDay hazard per day by [sex - 1][age row][period], from 0 to 1
   */
  public static PopulationHazard nearest(double[] ageCuts, int[] dayCuts, double[][][] perDay) {
    return checked(
        ageCuts, dayCuts, perDay, new Axes(Integer.MAX_VALUE, Integer.MAX_VALUE, Beyond.NEAREST));
  }

  /**
   * A table outside which there is no hazard: a follow-up that leaves it is refused.
   *
   * @param ageCuts first age of each row, days, strictly increasing
   * @param ageEnd first age after the last row; {@link Integer#MAX_VALUE} if that row is open-ended
   * @param dayCuts first calendar day of each period, strictly increasing
   * @param dayEnd first calendar day after the last period
   * @param perDay hazard per day by [sex - 1][age row][period], from 0 to 1
   */
  public static PopulationHazard bounded(
      double[] ageCuts, int ageEnd, int[] dayCuts, int dayEnd, double[][][] perDay) {
    return checked(ageCuts, dayCuts, perDay, new Axes(ageEnd, dayEnd, Beyond.ERROR));
  }

  /**
   * The hazard per day at which a share of a population dies within a year: {@code -ln(1 - q) /
   * 365.241}.
   *
   * @param probability share that dies, at least 0 and below 1: a row of certain death has none
   */
  public static double perDay(double probability) {
    Require.that(
        probability >= 0 && probability < 1, "probability of death must be at least 0, below 1");
    return -Math.log1p(-probability) / DAYS_IN_YEAR;
  }

  /** The hazard per day at a position. */
  public double at(int sex, int ageDays, int day) {
    requireCovers(sex, ageDays, day, 1);
    return hazards[cell(sex, ageRow(ageDays), period(day))];
  }

  /**
   * The table asked at fractional years; outside it the nearest row holds. A row begins at its
   * exact age; a year of the calendar is of {@link FractionalYear#DAYS} days and ends with its own.
   */
  public PieceHazard byYears() {
    return (sex, age, calendar) -> {
      LocalDate newYear = LocalDate.ofYearDay((int) calendar, 1);
      int gone = (int) ((calendar - (int) calendar) * FractionalYear.DAYS);
      int day = (int) newYear.toEpochDay() + Math.min(gone, newYear.lengthOfYear() - 1);
      return hazards[cell(sex, exactRow(age * DAYS_IN_YEAR), period(day))] * DAYS_IN_YEAR;
    };
  }

  /** The row of an age in days and parts of a day. */
  private int exactRow(double ageDays) {
    int row = ageRow((int) ageDays);
    boolean next = row < lastRow() && ages[row + 1] - leads[row + 1] <= ageDays;
    return next ? row + 1 : row;
  }

  /**
   * Refuses a follow-up of so many days that leaves a bounded table, naming the edge it crosses.
   */
  void requireCovers(int sex, int ageDays, int day, int length) {
    Require.that(sex >= 1 && sex <= sexes, "sex must be one of the population hazard's");
    if (beyond == Beyond.ERROR) {
      Require.that(ageDays >= ages[0], "age lies before the first row of the population hazard");
      Require.that(day >= days[0], "date lies before the first period of the population hazard");
      Require.that(
          ageDays <= ageEnd - length, "follow-up passes the last age of the population hazard");
      Require.that(
          day <= dayEnd - length, "follow-up passes the last period of the population hazard");
    }
  }

  int ageRow(int ageDays) {
    return lastAtOrBefore(ages, ageDays);
  }

  int period(int day) {
    return lastAtOrBefore(days, day);
  }

  /** First whole day of the next age row; never reached after the last. */
  int ageRowEnd(int row) {
    return row + 1 < ages.length ? ages[row + 1] : Integer.MAX_VALUE;
  }

  int lastRow() {
    return ages.length - 1;
  }

  /**
   * Part of a day by which a row's exact cut lies before its first whole day: 0 or more, below 1.
   */
  double lead(int row) {
    return leads[row];
  }

  /** First day of the next period; never reached after the last. */
  int periodEnd(int period) {
    return period + 1 < days.length ? days[period + 1] : Integer.MAX_VALUE;
  }

  int cell(int sex, int ageRow, int period) {
    return ((sex - 1) * ages.length + ageRow) * days.length + period;
  }

  double hazard(int cell) {
    return hazards[cell];
  }

  /** {@code exp(hazard)}: what 1/S grows by in a day. */
  double growth(int cell) {
    return growth[cell];
  }

  private static int lastAtOrBefore(int[] cuts, int position) {
    int found = Arrays.binarySearch(cuts, position);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  private static PopulationHazard checked(
      double[] ageCuts, int[] dayCuts, double[][][] perDay, Axes axes) {
    Require.that(ageCuts.length > 0 && dayCuts.length > 0, "cuts of the population hazard");
    Require.that(perDay.length > 0, "population hazard must hold a sex");
    requireIncreasing(wholeDays(ageCuts), "age cuts of the population hazard");
    requireIncreasing(dayCuts, "calendar cuts of the population hazard");
    return new PopulationHazard(ageCuts, dayCuts.clone(), perDay, axes);
  }

  private static int[] wholeDays(double[] ageCuts) {
    return Arrays.stream(ageCuts).mapToInt(cut -> (int) Math.ceil(cut)).toArray();
  }

  private static void requireIncreasing(int[] cuts, String place) {
    for (int i = 1; i < cuts.length; i++) {
      Require.that(cuts[i - 1] < cuts[i], place + " must increase by a day or more");
    }
  }

  private static double[] flat(double[][][] perDay, int ages, int days) {
    double[] flat = new double[perDay.length * ages * days];
    int cell = 0;
    for (double[][] sex : perDay) {
      Require.that(sex.length == ages, "population hazard must have every age row for each sex");
      for (double[] row : sex) {
        Require.that(row.length == days, "population hazard must have every period in each row");
        for (double hazard : row) {
          Require.that(
              hazard >= 0 && hazard <= MOST_PER_DAY,
              "population hazard of sex, age row and period must lie between 0 and 1 per day");
          flat[cell++] = hazard;
        }
      }
    }
    return flat;
  }

  private record Axes(int ageEnd, int dayEnd, Beyond beyond) {}
}
