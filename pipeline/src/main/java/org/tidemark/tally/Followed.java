package org.tidemark.tally;

import org.tidemark.stats.FractionalYear;
import org.tidemark.stats.PopulationHazard;

/**
 * What a survival tally asks of a person.
 *
 * @param sex 1 or 2; 0 where unknown
 * @param ageDays age at diagnosis, days
 * @param diagnosisDay days since 1970-01-01; the middle of the year where the day is unknown
 * @param followUpDays days from diagnosis to death or last contact
 * @param died whether the follow-up ended with death
 * @param year year of diagnosis
 * @param cause as {@link CauseOfDeath} numbers it
 * @param lost whether the person was lost to follow-up
 * @param birthDay day of birth, days since 1970-01-01; {@link #UNKNOWN_DAY} where the age in days
 *     was sent, or the day is not known
 */
record Followed(
    int sex,
    int ageDays,
    int diagnosisDay,
    int followUpDays,
    boolean died,
    int year,
    int cause,
    boolean lost,
    int birthDay) {
  static final int UNKNOWN_DAY = Integer.MIN_VALUE;

  /** How many numbers a person is written as, without the key. */
  static final int NUMBERS = 6;

  private static final int DIED = 1;
  private static final int LOST = 2;
  private static final int SEX = 4;
  private static final int CAUSE = 16;

  /** Writes the person, from a place of an array on. */
  void write(int[] to, int at) {
    to[at] = (died ? DIED : 0) + (lost ? LOST : 0) + SEX * sex + CAUSE * cause;
    to[at + 1] = ageDays;
    to[at + 2] = diagnosisDay;
    to[at + 3] = followUpDays;
    to[at + 4] = year;
    to[at + 5] = birthDay;
  }

  /** The person that was written. */
  static Followed read(int[] from, int at) {
    int bits = from[at];
    return new Followed(
        bits / SEX % (CAUSE / SEX),
        from[at + 1],
        from[at + 2],
        from[at + 3],
        (bits & DIED) > 0,
        from[at + 4],
        bits / CAUSE,
        (bits & LOST) > 0,
        from[at + 5]);
  }

  /** Age at diagnosis in years, from the date of birth where it is known. */
  double ageYears() {
    return birthDay == UNKNOWN_DAY
        ? ageDays / PopulationHazard.DAYS_IN_YEAR
        : FractionalYear.age(birthDay, diagnosisDay);
  }
}
