package org.tidemark.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What the survival of like persons of the general population is estimated from: sums, over all
 * cases of a stratum and whatever became of them, of their expected survival at given times after
 * diagnosis. Exact and mergeable as {@link SurvivalTally}: every sum is a sum of integers.
 *
 * <p>Cells of the rate table are split at the exact birthday. Three sums a time t, with S the
 * expected survival of a case at t and Lambda its hazard since the time before: S of all; S and
 * Lambda S of those whom a follow-up could have reached at t had nobody died ({@link Hakulinen}).
 */
public final class ExpectedTally implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int ALL = 0;
  static final int REACHED = 1;
  static final int HAZARD = 2;

  /** How many numbers a daily tally holds for a day. */
  public static final int NUMBERS_A_DAY = 3;

  private static final int SUMS = NUMBERS_A_DAY;
  private static final FixedPoint UNIT = FixedPoint.TIME;

  private final double[] times;
  private final long[] sums;

  private ExpectedTally(double[] times) {
    this.times = times;
    this.sums = new long[SUMS * times.length];
  }

  /**
   * A tally of nobody.
   *
   * @param times days since diagnosis, above 0, strictly increasing, not whole ones too
   */
  public static ExpectedTally empty(double[] times) {
    Require.that(times.length > 0 && times[0] > 0, "times of expected survival must follow 0");
    for (int i = 1; i < times.length; i++) {
      Require.that(times[i - 1] < times[i], "times of expected survival must increase");
    }
    return new ExpectedTally(times.clone());
  }

  /** A tally of nobody by whole days, 1 to the horizon. */
  public static ExpectedTally daily(int horizon) {
    double[] days = new double[horizon];
    Arrays.setAll(days, i -> i + 1);
    return empty(days);
  }

  /**
   * Adds a case.
   *
   * @param ageDays age at diagnosis, days
   * @param diagnosisDay day of diagnosis, days since 1970-01-01
   * @param potentialDays days from diagnosis to the end of the follow-up that the case could have
   *     had: to the closing date if it died, else to its last contact
   * @param hazard the population rate table; outside a bounded one the nearest row holds here, for
   *     most of these days are days after a death
   * @param sex sex as the table numbers it, from 1
   */
  public void add(
      int ageDays, int diagnosisDay, double potentialDays, PopulationHazard hazard, int sex) {
    ExpectedWay way = new ExpectedWay(hazard, sex, ageDays, diagnosisDay);
    double before = 0;
    for (int i = 0; i < times.length; i++) {
      double cumulative = way.cumulativeTo(times[i]);
      double survival = Math.exp(-cumulative);
      sums[SUMS * i + ALL] += UNIT.of(survival);
      if (times[i] <= potentialDays) {
        sums[SUMS * i + REACHED] += UNIT.of(survival);
        sums[SUMS * i + HAZARD] += UNIT.of((cumulative - before) * survival);
      }
      before = cumulative;
    }
  }

  /** Adds the cases of another tally of the same times. */
  public void merge(ExpectedTally other) {
    Require.that(Arrays.equals(times, other.times), "tallies to merge must have the same times");
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  /** The number of the cases that are expected to live at the last of the times up to a time. */
  public double alive(double time) {
    int found = Arrays.binarySearch(times, time);
    int at = found >= 0 ? found : -found - 2;
    Require.that(at >= 0, "time of expected survival");
    return sum(at, ALL);
  }

  int length() {
    return times.length;
  }

  double time(int i) {
    return times[i];
  }

  double sum(int i, int which) {
    return UNIT.value(sums[SUMS * i + which]);
  }

  /** The sums as numbers. */
  public long[] toArray() {
    return sums.clone();
  }

  /** The daily tally that {@link #toArray} was made from. */
  public static ExpectedTally dailyFrom(long[] array) {
    ExpectedTally tally = daily(array.length / SUMS);
    System.arraycopy(array, 0, tally.sums, 0, array.length);
    return tally;
  }
}
