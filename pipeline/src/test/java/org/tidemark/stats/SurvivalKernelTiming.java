package org.tidemark.stats;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Times the survival kernel against a bare loop that makes the same four sums in plain doubles with
 * one multiplication a day and no table. Not a test: run its main by hand.
 */
final class SurvivalKernelTiming {
  private static final int PERSONS = 40_000;
  private static final int ROUNDS = 9;
  private static final int HORIZON = 3652;

  private final int[] age = new int[PERSONS];
  private final int[] day = new int[PERSONS];
  private final int[] time = new int[PERSONS];
  private final PopulationHazard hazard;
  private final long personDays;

  private SurvivalKernelTiming() {
    SplittableRandom random = new SplittableRandom(20260101);
    long days = 0;
    for (int i = 0; i < PERSONS; i++) {
      age[i] = 14_000 + random.nextInt(18_000);
      day[i] = 9_000 + random.nextInt(4_000);
      time[i] = 1 + random.nextInt(2 * HORIZON);
      days += Math.min(time[i], HORIZON);
    }
    personDays = days;
    hazard = SyntheticHazard.yearly(1);
  }

  public static void main(String[] args) {
    SurvivalKernelTiming timing = new SurvivalKernelTiming();
    double bare = Double.MAX_VALUE;
    double kernel = Double.MAX_VALUE;
    double guard = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      guard += timing.bare();
      long middle = System.nanoTime();
      guard += timing.kernel().deaths();
      long end = System.nanoTime();
      bare = Math.min(bare, (double) (middle - start));
      kernel = Math.min(kernel, (double) (end - middle));
    }
    System.out.printf(
        Locale.ROOT,
        "bare %.3f ns, kernel %.3f ns a person-day, ratio %.2f (%.0f)%n",
        bare / timing.personDays,
        kernel / timing.personDays,
        kernel / bare,
        guard);
  }

  private SurvivalTally kernel() {
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    for (int i = 0; i < PERSONS; i++) {
      tally.add(age[i], day[i], time[i], (i & 1) == 0, hazard, 1);
    }
    return tally;
  }

  private double bare() {
    double[] a0 = new double[HORIZON + 1];
    double[] b0 = new double[HORIZON + 1];
    double[] a1 = new double[HORIZON + 1];
    double[] b1 = new double[HORIZON + 1];
    for (int i = 0; i < PERSONS; i++) {
      sums(a0, b0, a1, b1, Math.min(time[i], HORIZON), hazard.at(1, age[i], day[i]));
    }
    return a0[7] + b0[99] + a1[365] + b1[HORIZON];
  }

  private static void sums(
      double[] a0, double[] b0, double[] a1, double[] b1, int last, double lambda) {
    double growth = Math.exp(lambda);
    double weight = 1;
    for (int t = 1; t <= last; t++) {
      b0[t] += weight;
      a0[t] += lambda * weight;
      weight *= growth;
      b1[t] += weight;
      a1[t] += lambda * weight;
    }
  }
}
