package org.tidemark.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What survival by intervals of follow-up is estimated from: sums by interval, exact and mergeable
 * as {@link SurvivalTally}. A follow-up is cut at the breaks alone, and the population hazard of a
 * piece is that at its middle; its weight is the inverse of the expected survival in the middle of
 * the interval, {@code exp(hazard cumulated up to the interval + hazard * width / 2)}.
 *
 * <p>Times are years since diagnosis. A death or a last contact at a break belongs to the interval
 * that ends there.
 */
public final class IntervalTally implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int AT_RISK = 0;
  static final int DEATHS = 1;
  static final int CENSORED = 2;

  /** Persons who came under observation inside the interval. */
  static final int LATE = 3;

  static final int OF_CANCER = 4;
  static final int TIME = 5;
  static final int EXPECTED = 6;

  /** Columns from here on are weighted by the inverse of the expected survival. */
  static final int WEIGHTED = 7;

  static final int WEIGHTED_DEATHS = 8;
  static final int WEIGHTED_CENSORED = 9;
  static final int WEIGHTED_LATE = 10;
  static final int WEIGHTED_TIME = 11;
  static final int WEIGHTED_EXPECTED = 12;
  static final int SQUARES = 13;
  private static final int COLUMNS = 14;

  private static final FixedPoint UNIT = FixedPoint.TIME;

  private final double[] breaks;
  private final long[] sums;
  private final long[] unweightedFrom;

  private IntervalTally(double[] breaks) {
    this.breaks = breaks;
    this.sums = new long[COLUMNS * (breaks.length - 1)];
    this.unweightedFrom = new long[] {breaks.length};
  }

  /** How a follow-up ended. */
  public enum End {
    /** Alive at the last contact, or not observed beyond it. */
    ALIVE,
    /** Death from the cancer. */
    OF_CANCER,
    /** Death of any other or an unknown cause. */
    OTHER
  }

  /**
   * A tally of nobody.
   *
   * @param breaks limits of the intervals, years since diagnosis, from 0, strictly increasing
   */
  public static IntervalTally empty(double[] breaks) {
    Require.that(breaks.length > 1 && breaks[0] == 0, "breaks of follow-up must begin with 0");
    for (int k = 1; k < breaks.length; k++) {
      Require.that(breaks[k - 1] < breaks[k], "breaks of follow-up must increase");
    }
    return new IntervalTally(breaks.clone());
  }

  /** One person's time under observation. */
  public record Person(int sex, double age, double calendar, double entry, double exit, End end) {
    /** Refuses an exit that does not follow the entry. */
    public Person {
      Require.that(entry >= 0 && exit > entry, "follow-up must end after it began");
    }
  }

  /**
   * Adds a person.
   *
   * @param person age and calendar time at diagnosis, entry and exit since diagnosis, all in years
   * @param hazard the population hazard
   */
  public void add(Person person, PieceHazard hazard) {
    double cumulative = 0;
    double atBreak = 0;
    double from = 0;
    int k = 0;
    while (k < breaks.length - 1 && from < person.exit) {
      boolean observed = from >= person.entry;
      double to = Math.min(breaks[k + 1], observed ? person.exit : person.entry);
      double middle = (from + to) / 2;
      double perYear = hazard.perYear(person.sex, person.age + middle, person.calendar + middle);
      if (observed) {
        boolean late = from == person.entry && from > breaks[k];
        double weight = Math.exp(atBreak + perYear * width(k) / 2);
        piece(k, to - from, perYear, weight, late);
        if (to == person.exit) {
          exit(k, weight, person.end);
        }
      }
      cumulative += perYear * (to - from);
      from = to;
      if (to == breaks[k + 1]) {
        k++;
        atBreak = cumulative;
      }
    }
  }

  private void piece(int k, double length, double perYear, double weight, boolean late) {
    add(k, AT_RISK, 1);
    add(k, LATE, late ? 1 : 0);
    add(k, TIME, UNIT.of(length));
    add(k, EXPECTED, UNIT.of(perYear * length));
    if (!(weight * Math.max(1, perYear) < UNIT.limit)) {
      unweightedFrom[0] = Math.min(unweightedFrom[0], k);
      return;
    }
    add(k, WEIGHTED, UNIT.of(weight));
    add(k, WEIGHTED_LATE, late ? UNIT.of(weight) : 0);
    add(k, WEIGHTED_TIME, UNIT.of(weight * length));
    add(k, WEIGHTED_EXPECTED, UNIT.of(weight * perYear * length));
  }

  private void exit(int k, double weight, End end) {
    boolean representable = weight < UNIT.limit;
    long encoded = representable ? UNIT.of(weight) : 0;
    if (end == End.ALIVE) {
      add(k, CENSORED, 1);
      add(k, WEIGHTED_CENSORED, encoded);
      return;
    }
    add(k, DEATHS, 1);
    add(k, OF_CANCER, end == End.OF_CANCER ? 1 : 0);
    add(k, WEIGHTED_DEATHS, encoded);
    int square = COLUMNS * k + SQUARES;
    sums[square] = FixedPoint.add(sums[square], representable ? FixedPoint.square(weight) : 0);
  }

  private void add(int k, int column, long amount) {
    sums[COLUMNS * k + column] += amount;
  }

  /** The numbers of a tally of nobody with the same breaks. */
  public static long[] nobody(long[] array) {
    long[] none = new long[array.length];
    none[array.length - 1] = (array.length - 1) / COLUMNS + 1L;
    return none;
  }

  /** The numbers of two tallies of the same breaks, added. */
  public static long[] plus(long[] a, long[] b) {
    Require.that(a.length == b.length, "tallies to add must have the same breaks");
    long[] sum = new long[a.length];
    for (int i = 0; i < a.length - 1; i++) {
      sum[i] = i % COLUMNS == SQUARES ? FixedPoint.add(a[i], b[i]) : a[i] + b[i];
    }
    sum[a.length - 1] = Math.min(a[a.length - 1], b[a.length - 1]);
    return sum;
  }

  /** The tally as numbers, without its breaks. */
  public long[] toArray() {
    long[] array = Arrays.copyOf(sums, sums.length + 1);
    array[sums.length] = unweightedFrom[0];
    return array;
  }

  /** The tally that {@link #toArray} was made from. */
  public static IntervalTally fromArray(double[] breaks, long[] array) {
    IntervalTally tally = empty(breaks);
    Require.that(array.length == tally.sums.length + 1, "array of an interval tally: its length");
    System.arraycopy(array, 0, tally.sums, 0, tally.sums.length);
    tally.unweightedFrom[0] = array[array.length - 1];
    return tally;
  }

  /** Number of intervals. */
  int intervals() {
    return breaks.length - 1;
  }

  double end(int k) {
    return breaks[k + 1];
  }

  double width(int k) {
    return breaks[k + 1] - breaks[k];
  }

  long count(int k, int column) {
    return sums[COLUMNS * k + column];
  }

  double sum(int k, int column) {
    long raw = sums[COLUMNS * k + column];
    return column == SQUARES ? FixedPoint.squareValue(raw) : UNIT.value(raw);
  }

  /** Whether the weights of an interval, and of all before it, can be told. */
  boolean weighted(int k) {
    return k < unweightedFrom[0] && count(k, SQUARES) < FixedPoint.FULL;
  }
}
