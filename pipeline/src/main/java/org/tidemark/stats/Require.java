package org.tidemark.stats;

/** Checks of arguments. The message names the place; values are patient data and stay out of it. */
public final class Require {
  private Require() {}

  /** Refuses a place of which something does not hold. */
  public static void that(boolean holds, String place) {
    if (!holds) {
      throw new IllegalArgumentException(place);
    }
  }

  /** Refuses NaN and infinity. */
  public static double finite(double value, String place) {
    that(Double.isFinite(value), place + " must be a finite number");
    return value;
  }

  /** A copy in which every value is finite. */
  public static double[] finite(double[] values, String place) {
    double[] copy = values.clone();
    for (double value : copy) {
      finite(value, "every one of " + place);
    }
    return copy;
  }

  /** Refuses what is below 0. */
  public static void notNegative(double value, String place) {
    that(finite(value, place) >= 0, place + " must not be negative");
  }

  /** Refuses what is below 0. */
  public static void notNegative(long value, String place) {
    that(value >= 0, place + " must not be negative");
  }

  /** Refuses what does not lie between 0 and 1. */
  public static void share(double value, String place) {
    that(value > 0 && value < 1, place + " must lie between 0 and 1, both excluded");
  }

  /** A number of events out of a number of trials. */
  public static void events(long events, long trials, String place) {
    that(events >= 0 && trials >= events, place + " must hold 0 <= events <= trials");
  }
}
