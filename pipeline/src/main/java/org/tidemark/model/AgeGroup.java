package org.tidemark.model;

/**
 * The eighteen five-year age groups of cancer registration, 0–4 to 85 and over, by index 0 to 17.
 */
public final class AgeGroup {
  /** How many groups of known age there are. */
  public static final int COUNT = 18;

  /** The index of unknown age, one past the last group. */
  public static final int UNKNOWN = COUNT;

  private static final int WIDTH = 5;

  private AgeGroup() {}

  /** The group of an age in completed years. */
  public static int of(int years) {
    if (years < 0) {
      throw new IllegalArgumentException("age must not be negative");
    }
    return Math.min(years / WIDTH, COUNT - 1);
  }

  /** The youngest age of a group, in years. */
  public static int lower(int index) {
    return index * WIDTH;
  }

  /**
   * The label of a group: {@code 0-4}, or {@code 75+} where it is the last and open one.
   *
   * @param index the group
   * @param last the index of the last, open group of the data at hand
   */
  public static String label(int index, int last) {
    int lower = lower(index);
    return index >= last ? lower + "+" : lower + "-" + (lower + WIDTH - 1);
  }
}
