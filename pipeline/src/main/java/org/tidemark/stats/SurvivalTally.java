package org.tidemark.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What the survival of one stratum is estimated from: sums by whole day of follow-up, exact and
 * mergeable. Adding cases in any order, in any number of tallies merged in any order, gives the
 * same tally bit for bit, because every sum is a sum of integers ({@link FixedPoint}).
 *
 * <p>A case is at risk in step t, the day from t - 1 to t after diagnosis, when its follow-up time
 * is at least t. With lambda its population hazard per day at the start of the step and S its
 * expected survival, a step carries four sums over those at risk: 1/S and lambda/S at its start and
 * end. Only those at the end are kept by day. Those at the start equal the end of the day before,
 * but for who leaves, who enters, and whose hazard changes: events, of which a case has two a year,
 * not one a day. So the loop over days adds two numbers, and the counts and the expected deaths
 * none.
 *
 * <p>Follow-up beyond the horizon is left out. Not safe for use by several threads at once.
 */
public final class SurvivalTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Numbers kept for each step: sums of 1/S and of lambda/S at its end, encoded. */
  static final int STEP = 2;

  /** Numbers kept for each day on which cases enter, leave or change cell: the columns below. */
  static final int TURN = 9;

  /** How many numbers a tally holds for a day. */
  public static final int NUMBERS_A_DAY = STEP + TURN + 1;

  static final int ENTERED = 0;
  static final int DIED = 1;
  static final int CENSORED = 2;

  /** Change of the sum of 1/S between the end of this day and the start of the next. */
  static final int WEIGHT_TURN = 3;

  /** Change of the sum of lambda/S between the end of this day and the start of the next. */
  static final int HAZARD_TURN = 4;

  /** Change of the sum of lambda. */
  static final int EXPECTED_TURN = 5;

  /** Sum of 1/S over deaths, and of its square. */
  static final int DEATH_WEIGHT = 6;

  static final int DEATH_SQUARE = 7;

  /**
   * What the hazards of the step that ends on this day lack for birthdays inside it: a step counts
   * with the hazard at its start, and exact expected deaths change at the exact age.
   */
  static final int BIRTHDAY = 8;

  /** Bounds: first day that cannot be estimated, and limits of the two sums over all days. */
  static final int UNKNOWN_FROM = 0;

  static final int WEIGHT_BOUND = 1;
  static final int HAZARD_BOUND = 2;

  /** In place of the first day that cannot be estimated: a case came without population hazard. */
  static final int NO_HAZARD = -1;

  private static final int BOUNDS = 3;
  private static final int HEADER = 2 + BOUNDS;

  private final int horizon;
  private final long[] steps;
  private final long[] turns;
  private final long[] bounds;
  private final long[] ofCancer;

  private SurvivalTally(int horizon) {
    this.horizon = horizon;
    this.steps = new long[STEP * horizon];
    this.turns = new long[TURN * (horizon + 1)];
    this.bounds = new long[] {horizon + 1L, 0, 0};
    this.ofCancer = new long[horizon + 1];
  }

  /**
   * A tally of nobody.
   *
   * @param horizon last day of follow-up to keep, 1 or more
   */
  public static SurvivalTally empty(int horizon) {
    Require.that(horizon >= 1 && horizon < 1 << 20, "horizon must lie between 1 day and 2^20");
    return new SurvivalTally(horizon);
  }

  /**
   * Adds a case followed from diagnosis.
   *
   * @param ageDays age at diagnosis, days
   * @param diagnosisDay day of diagnosis, days since 1970-01-01
   * @param timeDays days from diagnosis to death or censoring, 1 or more
   * @param died whether the follow-up ended with death
   * @param hazard the population rate table
   * @param sex sex as the table numbers it, from 1
   * @throws IllegalArgumentException if the follow-up leaves a bounded table
   */
  public void add(
      int ageDays, int diagnosisDay, int timeDays, boolean died, PopulationHazard hazard, int sex) {
    addLate(ageDays, diagnosisDay, 0, timeDays, died, hazard, sex);
  }

  /**
   * Adds a case that comes under observation some days after diagnosis, as the period approach
   * needs. Its weight still counts from diagnosis.
   *
   * @param ageDays age at diagnosis, days
   * @param diagnosisDay day of diagnosis, days since 1970-01-01
   * @param entryDays days from diagnosis to the start of observation, 0 or more
   * @param timeDays days from diagnosis to death or censoring, more than {@code entryDays}
   * @param died whether the follow-up ended with death
   * @param hazard the population rate table
   * @param sex sex as the table numbers it, from 1
   */
  public void addLate(
      int ageDays,
      int diagnosisDay,
      int entryDays,
      int timeDays,
      boolean died,
      PopulationHazard hazard,
      int sex) {
    requireFollowUp(entryDays, timeDays);
    Require.that(ageDays >= 0 && ageDays < 1 << 20, "age at diagnosis, in days");
    if (entryDays < horizon) {
      int last = Math.min(timeDays, horizon);
      hazard.requireCovers(sex, ageDays, diagnosisDay, last);
      count(entryDays, timeDays, died);
      new FollowUp(steps, turns, bounds, hazard, sex, ageDays, diagnosisDay)
          .walk(entryDays, last, timeDays <= horizon, died);
    }
  }

  /**
   * Adds a case of whom no population hazard is known. Observed survival still holds; net survival
   * of the tally becomes insufficient.
   */
  public void addObserved(int entryDays, int timeDays, boolean died) {
    requireFollowUp(entryDays, timeDays);
    if (entryDays < horizon) {
      count(entryDays, timeDays, died);
      bounds[UNKNOWN_FROM] = NO_HAZARD;
    }
  }

  /**
   * Says of a death that was added that it was from the cancer. Only estimates by cause read it.
   *
   * @param timeDays days from diagnosis to that death
   */
  public void ofCancer(int timeDays) {
    if (timeDays <= horizon) {
      ofCancer[timeDays]++;
    }
  }

  /**
   * Adds the difference it would make had a case that was lost died on the day it was lost. Merged
   * with a tally that holds the case as censored, it gives the tally that holds it as dead.
   *
   * @param ageDays age at diagnosis, days
   * @param diagnosisDay day of diagnosis, days since 1970-01-01
   * @param timeDays days from diagnosis to the last contact
   * @param hazard the population rate table
   * @param sex sex as the table numbers it, from 1
   */
  public void addDeathForLoss(
      int ageDays, int diagnosisDay, int timeDays, PopulationHazard hazard, int sex) {
    if (timeDays <= horizon) {
      turns[TURN * timeDays + CENSORED]--;
      turns[TURN * timeDays + DIED]++;
      new FollowUp(steps, turns, bounds, hazard, sex, ageDays, diagnosisDay).death(timeDays);
    }
  }

  /** The same of a case of whom no population hazard is known. */
  public void addObservedDeathForLoss(int timeDays) {
    if (timeDays <= horizon) {
      turns[TURN * timeDays + CENSORED]--;
      turns[TURN * timeDays + DIED]++;
      bounds[UNKNOWN_FROM] = NO_HAZARD;
    }
  }

  /**
   * Adds the difference it would make had a case that was lost lived on. Merged with a tally that
   * holds the case as censored, it gives the tally that holds it as followed to the later day.
   * Beyond a bounded table its nearest row holds, for nobody was followed there.
   *
   * @param ageDays age at diagnosis, days
   * @param diagnosisDay day of diagnosis, days since 1970-01-01
   * @param timeDays days from diagnosis to the last contact, below the horizon
   * @param untilDays days from diagnosis to the end of the life that is supposed
   * @param hazard the population rate table
   * @param sex sex as the table numbers it, from 1
   */
  public void addLifeForLoss(
      int ageDays,
      int diagnosisDay,
      int timeDays,
      int untilDays,
      PopulationHazard hazard,
      int sex) {
    requireFollowUp(timeDays, untilDays);
    count(timeDays, untilDays, false);
    new FollowUp(steps, turns, bounds, hazard, sex, ageDays, diagnosisDay)
        .walk(timeDays, Math.min(untilDays, horizon), untilDays <= horizon, false);
  }

  /** Adds the cases of another tally of the same horizon. */
  public void merge(SurvivalTally other) {
    Require.that(horizon == other.horizon, "tallies to merge must have the same horizon");
    for (int i = 0; i < steps.length; i++) {
      steps[i] += other.steps[i];
    }
    for (int i = 0; i < turns.length; i++) {
      turns[i] =
          i % TURN == DEATH_SQUARE
              ? FixedPoint.add(turns[i], other.turns[i])
              : turns[i] + other.turns[i];
    }
    for (int t = 0; t <= horizon; t++) {
      ofCancer[t] += other.ofCancer[t];
    }
    bounds[UNKNOWN_FROM] = Math.min(bounds[UNKNOWN_FROM], other.bounds[UNKNOWN_FROM]);
    for (int i = WEIGHT_BOUND; i < BOUNDS; i++) {
      bounds[i] = FixedPoint.add(bounds[i], other.bounds[i]);
    }
  }

  /** The tally as numbers, without the days after the last on which anything happened. */
  public long[] toArray() {
    int last = lastDay();
    int byCause = Arrays.stream(ofCancer).anyMatch(n -> n != 0) ? last + 1 : 0;
    long[] array = new long[HEADER + STEP * last + TURN * (last + 1) + byCause];
    array[0] = horizon;
    array[1] = last;
    System.arraycopy(bounds, 0, array, 2, BOUNDS);
    System.arraycopy(steps, 0, array, HEADER, STEP * last);
    System.arraycopy(turns, 0, array, HEADER + STEP * last, TURN * (last + 1));
    System.arraycopy(ofCancer, 0, array, array.length - byCause, byCause);
    return array;
  }

  /** The tally that {@link #toArray} was made from. */
  public static SurvivalTally fromArray(long[] array) {
    Require.that(array.length >= HEADER, "array of a survival tally is too short");
    int last = (int) array[1];
    SurvivalTally tally = empty((int) array[0]);
    int byCause = array.length - HEADER - STEP * last - TURN * (last + 1);
    Require.that(
        last >= 0 && last <= tally.horizon && (byCause == 0 || byCause == last + 1),
        "array of a survival tally has the wrong length");
    System.arraycopy(array, array.length - byCause, tally.ofCancer, 0, byCause);
    System.arraycopy(array, 2, tally.bounds, 0, BOUNDS);
    System.arraycopy(array, HEADER, tally.steps, 0, STEP * last);
    System.arraycopy(array, HEADER + STEP * last, tally.turns, 0, TURN * (last + 1));
    return tally;
  }

  /** Last day kept. */
  public int horizon() {
    return horizon;
  }

  /** Number of cases that ever came under observation. */
  public long cases() {
    return total(ENTERED);
  }

  /** Number of deaths up to the horizon. */
  public long deaths() {
    return total(DIED);
  }

  /** Deaths from the cancer on a day, of those whose cause was told. */
  long deathsOfCancer(int day) {
    return ofCancer[day];
  }

  /** The number kept for a day, 0 to the horizon, in one of the columns. */
  long turn(int day, int column) {
    return turns[TURN * day + column];
  }

  /** The encoded sum at the end of step {@code day}. */
  long step(int day, int column) {
    return steps[STEP * (day - 1) + column];
  }

  long bound(int which) {
    return bounds[which];
  }

  /** Last day on which anything happened. */
  int lastDay() {
    int last = turns.length - 1;
    while (last > 0 && turns[last] == 0) {
      last--;
    }
    // Follow-ups that go on beyond the horizon leave no turn behind: somebody is still at risk.
    return open() != 0 ? horizon : last / TURN;
  }

  private long open() {
    return total(ENTERED) - total(DIED) - total(CENSORED);
  }

  private void count(int entryDays, int timeDays, boolean died) {
    turns[TURN * entryDays + ENTERED]++;
    if (timeDays <= horizon) {
      turns[TURN * timeDays + (died ? DIED : CENSORED)]++;
    }
  }

  private long total(int column) {
    long sum = 0;
    for (int i = column; i < turns.length; i += TURN) {
      sum += turns[i];
    }
    return sum;
  }

  private static void requireFollowUp(int entryDays, int timeDays) {
    Require.that(entryDays >= 0, "entry must not lie before diagnosis");
    Require.that(timeDays > entryDays, "follow-up must last a whole day or more");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SurvivalTally tally && Arrays.equals(toArray(), tally.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }
}
