package org.tidemark.stats;

import static org.tidemark.stats.SurvivalTally.BIRTHDAY;
import static org.tidemark.stats.SurvivalTally.DEATH_SQUARE;
import static org.tidemark.stats.SurvivalTally.DEATH_WEIGHT;
import static org.tidemark.stats.SurvivalTally.EXPECTED_TURN;
import static org.tidemark.stats.SurvivalTally.HAZARD_BOUND;
import static org.tidemark.stats.SurvivalTally.HAZARD_TURN;
import static org.tidemark.stats.SurvivalTally.STEP;
import static org.tidemark.stats.SurvivalTally.TURN;
import static org.tidemark.stats.SurvivalTally.UNKNOWN_FROM;
import static org.tidemark.stats.SurvivalTally.WEIGHT_BOUND;
import static org.tidemark.stats.SurvivalTally.WEIGHT_TURN;

/**
 * The way of one case through the cells of the rate table, written into the arrays of a tally. Its
 * inner loop runs once for every day that every case was followed, and nothing else in the pipeline
 * runs as often.
 */
final class FollowUp {
  private static final double WEIGHT_MAGIC = FixedPoint.WEIGHT.magic;
  private static final double HAZARD_MAGIC = FixedPoint.HAZARD.magic;

  private final long[] steps;
  private final long[] turns;
  private final long[] bounds;
  private final PopulationHazard table;
  private final int sex;
  private final int age;
  private final int day;

  FollowUp(
      long[] steps,
      long[] turns,
      long[] bounds,
      PopulationHazard table,
      int sex,
      int age,
      int day) {
    this.steps = steps;
    this.turns = turns;
    this.bounds = bounds;
    this.table = table;
    this.sex = sex;
    this.age = age;
    this.day = day;
  }

  /**
   * Adds the steps after {@code entry} up to {@code last}, and the exit if the follow-up ends
   * there.
   */
  void walk(int entry, int last, boolean ends, boolean died) {
    double weight = weightAt(entry);
    if (tooLarge(weight, 0)) {
      bounds[UNKNOWN_FROM] = Math.min(bounds[UNKNOWN_FROM], entry);
      return;
    }
    turn(entry, WEIGHT_TURN, FixedPoint.WEIGHT.of(weight));
    int row = table.ageRow(age + entry);
    int period = table.period(day + entry);
    double before = 0;
    double highest = 0;
    int t = entry;
    while (t < last) {
      int cell = table.cell(sex, row, period);
      double hazard = table.hazard(cell);
      int end = cellEnd(row, period, last);
      change(t, before, hazard, weight);
      double after = grow(t, end, weight, hazard, table.growth(cell));
      highest = Math.max(highest, hazard);
      if (tooLarge(after, highest)) {
        unknownFrom(t, weight, hazard, highest);
        return;
      }
      weight = after;
      before = hazard;
      t = end;
      if (age + t == table.ageRowEnd(row)) {
        row++;
        birthday(t, row, hazard, table.hazard(table.cell(sex, row, period)));
      }
      period += day + t == table.periodEnd(period) ? 1 : 0;
    }
    bound(weight, highest);
    if (ends) {
      exit(last, before, weight, died);
    }
  }

  /** Adds what a death on a day adds to the sums, and nothing of the days before it. */
  void death(int t) {
    double weight = weightAt(t);
    if (tooLarge(weight, 0)) {
      bounds[UNKNOWN_FROM] = Math.min(bounds[UNKNOWN_FROM], t);
    } else {
      addDeath(t, weight);
    }
  }

  private void addDeath(int t, double weight) {
    turn(t, DEATH_WEIGHT, FixedPoint.WEIGHT.of(weight));
    int square = TURN * t + DEATH_SQUARE;
    turns[square] = FixedPoint.add(turns[square], FixedPoint.square(weight));
  }

  /** 1/S at the start of observation, and no sums: nobody is at risk before. */
  private double weightAt(int entry) {
    double cumulative = 0;
    int t = 0;
    while (t < entry) {
      int row = table.ageRow(age + t);
      int period = table.period(day + t);
      int end = cellEnd(row, period, entry);
      cumulative += (end - t) * table.hazard(table.cell(sex, row, period));
      t = end;
    }
    return Math.exp(cumulative);
  }

  /** Days since diagnosis at which the next cell begins, or {@code last} if that comes first. */
  private int cellEnd(int row, int period, int last) {
    // Long, because the day after the last period is the largest integer.
    long birthday = (long) table.ageRowEnd(row) - age;
    long newYear = (long) table.periodEnd(period) - day;
    return (int) Math.min(last, Math.min(birthday, newYear));
  }

  /**
   * Adds one run of days in one cell. Four days go together, each from the weight before them: days
   * taken one by one would wait for each other's multiplication. The encoded numbers carry the bits
   * of the magic constants, which {@link DailySums} takes off by the number at risk.
   */
  private double grow(int from, int end, double start, double hazard, double growth) {
    final long[] sums = steps;
    double weight = start;
    double growth2 = growth * growth;
    double growth3 = growth2 * growth;
    double growth4 = growth2 * growth2;
    int i = STEP * from;
    int stop = STEP * end;
    for (; i < stop - 7; i += 8) {
      double w1 = weight * growth;
      double w2 = weight * growth2;
      double w3 = weight * growth3;
      weight *= growth4;
      sums[i] += Double.doubleToRawLongBits(w1 + WEIGHT_MAGIC);
      sums[i + 1] += Double.doubleToRawLongBits(w1 * hazard + HAZARD_MAGIC);
      sums[i + 2] += Double.doubleToRawLongBits(w2 + WEIGHT_MAGIC);
      sums[i + 3] += Double.doubleToRawLongBits(w2 * hazard + HAZARD_MAGIC);
      sums[i + 4] += Double.doubleToRawLongBits(w3 + WEIGHT_MAGIC);
      sums[i + 5] += Double.doubleToRawLongBits(w3 * hazard + HAZARD_MAGIC);
      sums[i + 6] += Double.doubleToRawLongBits(weight + WEIGHT_MAGIC);
      sums[i + 7] += Double.doubleToRawLongBits(weight * hazard + HAZARD_MAGIC);
    }
    for (; i < stop; i += 2) {
      weight *= growth;
      sums[i] += Double.doubleToRawLongBits(weight + WEIGHT_MAGIC);
      sums[i + 1] += Double.doubleToRawLongBits(weight * hazard + HAZARD_MAGIC);
    }
    return weight;
  }

  private void change(int t, double before, double hazard, double weight) {
    turn(
        t,
        HAZARD_TURN,
        FixedPoint.HAZARD.of(hazard * weight) - FixedPoint.HAZARD.of(before * weight));
    turn(t, EXPECTED_TURN, FixedPoint.HAZARD.of(hazard) - FixedPoint.HAZARD.of(before));
  }

  private void birthday(int t, int row, double before, double hazard) {
    // A row of certain death bears no hazard, and nobody is followed into it.
    if (hazard < PopulationHazard.MOST_PER_DAY) {
      turn(t, BIRTHDAY, FixedPoint.HAZARD.of(table.lead(row) * (hazard - before)));
    }
  }

  private void exit(int t, double hazard, double weight, boolean died) {
    change(t, hazard, 0, weight);
    turn(t, WEIGHT_TURN, -FixedPoint.WEIGHT.of(weight));
    if (died) {
      addDeath(t, weight);
    }
  }

  /** Weights never fall, so a case's last one, and its highest hazard with it, bound every sum. */
  private void bound(double weight, double highest) {
    bounds[WEIGHT_BOUND] = FixedPoint.add(bounds[WEIGHT_BOUND], FixedPoint.WEIGHT.of(weight));
    bounds[HAZARD_BOUND] =
        FixedPoint.add(bounds[HAZARD_BOUND], FixedPoint.HAZARD.of(highest * weight));
  }

  private static boolean tooLarge(double weight, double hazard) {
    return !(weight < FixedPoint.WEIGHT.limit && weight * hazard < FixedPoint.HAZARD.limit);
  }

  /**
   * Marks the first step whose numbers cannot be encoded; what was added from it on is not read.
   */
  private void unknownFrom(int from, double start, double hazard, double highest) {
    int t = from;
    double weight = start;
    while (!tooLarge(weight, highest)) {
      t++;
      weight = start * Math.exp(hazard * (t - from));
    }
    bounds[UNKNOWN_FROM] = Math.min(bounds[UNKNOWN_FROM], t);
  }

  private void turn(int t, int column, long amount) {
    turns[TURN * t + column] += amount;
  }
}
