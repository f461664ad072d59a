package org.tidemark.tally;

import org.apache.spark.sql.Row;
import org.tidemark.derive.Cases;
import org.tidemark.stats.FractionalYear;
import org.tidemark.stats.PopulationHazard;

/**
 * One person of {@link FollowUpStrata}.
 *
 * @param key the finest stratum
 * @param place residence, by area and deprivation
 * @param sex 1 or 2; 0 where unknown
 * @param ageDays age at diagnosis, days
 * @param diagnosisDay days since 1970-01-01; the middle of the year where the day is unknown
 * @param followUpDays days from diagnosis to death or last contact
 * @param died whether the follow-up ended with death
 * @param year year of diagnosis
 * @param excluded why the person does not enter, empty where it does
 * @param cause as {@link CauseOfDeath} numbers it
 * @param lost whether the person was lost to follow-up
 * @param birthDay day of birth, days since 1970-01-01; {@link #UNKNOWN_DAY} where the age in days
 *     was sent, or the day is not known
 * @param flags labels of {@link org.tidemark.derive.SurvivalExclusion} that some analyses ask for
 *     and that hold, a blank before and after each
 */
record Person(
    String key,
    Place place,
    int sex,
    int ageDays,
    int diagnosisDay,
    int followUpDays,
    boolean died,
    int year,
    String excluded,
    int cause,
    boolean lost,
    int birthDay,
    String flags) {
  private static final int UNKNOWN_DAY = Integer.MIN_VALUE;

  static Person of(Row row) {
    return new Person(
        row.getString(0),
        new Place(row.getString(1), row.getString(13)),
        whole(row, 2),
        whole(row, 3),
        row.isNullAt(4) ? middle(whole(row, 7)) : row.getInt(4),
        whole(row, 5),
        flag(row, 6),
        whole(row, 7),
        row.isNullAt(8) ? "" : row.getString(8),
        whole(row, 9),
        flag(row, 10),
        row.isNullAt(11) ? UNKNOWN_DAY : row.getInt(11),
        row.isNullAt(12) ? "" : row.getString(12));
  }

  /** Age at diagnosis in years, from the date of birth where it is known. */
  double ageYears() {
    return birthDay == UNKNOWN_DAY
        ? ageDays / PopulationHazard.DAYS_IN_YEAR
        : FractionalYear.age(birthDay, diagnosisDay);
  }

  /** The middle of a year: of a person who does not enter the day may be unknown. */
  private static int middle(int year) {
    return (int) ((year - 1970 + 0.5) * Cases.YEAR_DAYS);
  }

  private static int whole(Row row, int column) {
    return row.isNullAt(column) ? 0 : row.getInt(column);
  }

  private static boolean flag(Row row, int column) {
    return !row.isNullAt(column) && row.getBoolean(column);
  }
}
