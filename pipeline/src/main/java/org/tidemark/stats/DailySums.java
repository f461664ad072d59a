package org.tidemark.stats;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A tally read back day by day. Index 0 stands for the day of diagnosis, index t for step t; arrays
 * end before the first step in which nobody was at risk, for a curve cannot be carried over a gap.
 * The four sums are those that the Pohar Perme estimator needs, as numbers.
 */
final class DailySums {
  final int last;
  final long[] atRisk;
  final long[] deaths;
  final boolean[] exits;
  final double[] weightBefore;
  final double[] weightAfter;
  final double[] hazardBefore;
  final double[] hazardAfter;
  final double[] expected;

  /** Expected deaths of the step, each case's hazard split at its exact birthday. */
  final double[] exactlyExpected;

  final double[] deathWeight;
  final double[] deathSquare;

  /** First day whose sums of weights cannot be told. */
  final int unknownFrom;

  private DailySums(int last, ToIntFunction<DailySums> filling) {
    this.last = last;
    atRisk = new long[last + 2];
    deaths = new long[last + 1];
    exits = new boolean[last + 1];
    weightBefore = new double[last + 1];
    weightAfter = new double[last + 1];
    hazardBefore = new double[last + 1];
    hazardAfter = new double[last + 1];
    expected = new double[last + 1];
    exactlyExpected = new double[last + 1];
    deathWeight = new double[last + 1];
    deathSquare = new double[last + 1];
    unknownFrom = filling.applyAsInt(this);
  }

  static DailySums of(SurvivalTally tally) {
    return new DailySums(unbroken(tally), sums -> sums.decode(tally));
  }

  /**
   * The sums of several groups, each group's weighted sums times a factor. Numbers of persons stay
   * as they are; a group in which nobody is at risk any more adds nothing.
   */
  static DailySums weighted(List<SurvivalTally> groups, double[] factors) {
    List<DailySums> parts = groups.stream().map(DailySums::of).toList();
    DailySums longest =
        parts.stream().max(Comparator.comparingInt((DailySums part) -> part.last)).orElseThrow();
    return new DailySums(longest.last, sums -> sums.add(parts, factors));
  }

  private int add(List<DailySums> parts, double[] factors) {
    int unknown = Integer.MAX_VALUE;
    for (int g = 0; g < factors.length; g++) {
      add(parts.get(g), factors[g]);
      unknown = factors[g] > 0 ? Math.min(unknown, parts.get(g).unknownFrom) : unknown;
    }
    return unknown;
  }

  private void add(DailySums part, double factor) {
    for (int t = 1; t <= part.last; t++) {
      atRisk[t] += part.atRisk[t];
      deaths[t] += part.deaths[t];
      exits[t] |= part.exits[t];
      weightBefore[t] += factor * part.weightBefore[t];
      weightAfter[t] += factor * part.weightAfter[t];
      hazardBefore[t] += factor * part.hazardBefore[t];
      hazardAfter[t] += factor * part.hazardAfter[t];
      deathWeight[t] += factor * part.deathWeight[t];
      deathSquare[t] += factor * factor * part.deathSquare[t];
    }
    atRisk[part.last + 1] += part.last < last ? 0 : part.atRisk[part.last + 1];
  }

  /** Why the weighted sums do not reach a day, or given when they do. */
  Answer<Integer> weightedUpTo(int day) {
    if (unknownFrom == SurvivalTally.NO_HAZARD) {
      return Answer.insufficient(Shortfall.NO_POPULATION_HAZARD);
    }
    return day < unknownFrom
        ? Answer.given(day)
        : Answer.insufficient(Shortfall.WEIGHT_NOT_REPRESENTABLE);
  }

  private static int unbroken(SurvivalTally tally) {
    long n = 0;
    int day = 0;
    do {
      n += entered(tally, day);
      day++;
    } while (n > 0 && day <= tally.horizon());
    return day - 1;
  }

  private int decode(SurvivalTally tally) {
    long n = 0;
    long weight = 0;
    long hazard = 0;
    long lambda = 0;
    int unknown = firstUnknown(tally);
    for (int t = 1; t <= last; t++) {
      n += entered(tally, t - 1);
      weight += tally.turn(t - 1, SurvivalTally.WEIGHT_TURN);
      hazard += tally.turn(t - 1, SurvivalTally.HAZARD_TURN);
      lambda += tally.turn(t - 1, SurvivalTally.EXPECTED_TURN);
      weightBefore[t] = FixedPoint.WEIGHT.value(weight);
      hazardBefore[t] = FixedPoint.HAZARD.value(hazard);
      expected[t] = FixedPoint.HAZARD.value(lambda);
      exactlyExpected[t] = FixedPoint.HAZARD.value(lambda + tally.turn(t, SurvivalTally.BIRTHDAY));
      weight = tally.step(t, 0) - n * FixedPoint.WEIGHT.excess;
      hazard = tally.step(t, 1) - n * FixedPoint.HAZARD.excess;
      weightAfter[t] = FixedPoint.WEIGHT.value(weight);
      hazardAfter[t] = FixedPoint.HAZARD.value(hazard);
      atRisk[t] = n;
      unknown = Math.min(unknown, events(tally, t));
    }
    atRisk[last + 1] = n + entered(tally, last);
    return unknown;
  }

  /** Reads the events of a day; answers the day if their squares overflowed. */
  private int events(SurvivalTally tally, int t) {
    long squares = tally.turn(t, SurvivalTally.DEATH_SQUARE);
    deaths[t] = tally.turn(t, SurvivalTally.DIED);
    exits[t] = deaths[t] + tally.turn(t, SurvivalTally.CENSORED) > 0;
    deathWeight[t] = FixedPoint.WEIGHT.value(tally.turn(t, SurvivalTally.DEATH_WEIGHT));
    deathSquare[t] = FixedPoint.squareValue(squares);
    return squares == FixedPoint.FULL ? t : Integer.MAX_VALUE;
  }

  private static long entered(SurvivalTally tally, int day) {
    return tally.turn(day, SurvivalTally.ENTERED)
        - tally.turn(day, SurvivalTally.DIED)
        - tally.turn(day, SurvivalTally.CENSORED);
  }

  private static int firstUnknown(SurvivalTally tally) {
    boolean full =
        tally.bound(SurvivalTally.WEIGHT_BOUND) == FixedPoint.FULL
            || tally.bound(SurvivalTally.HAZARD_BOUND) == FixedPoint.FULL;
    int day = (int) tally.bound(SurvivalTally.UNKNOWN_FROM);
    return full ? Math.min(day, 0) : day;
  }
}
