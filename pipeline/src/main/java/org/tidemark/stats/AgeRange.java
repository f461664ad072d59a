package org.tidemark.stats;

import java.io.Serializable;

/**
 * A run of five-year age groups, by index: 0 is 0-4, 17 is 85 and over.
 *
 * @param first index of the first group
 * @param last index of the last group, included
 */
public record AgeRange(int first, int last) implements Serializable {
  /** Every age. */
  public static final AgeRange ALL = new AgeRange(0, AgeSpecificCounts.GROUPS - 1);

  /** The truncated range 35-64 years. */
  public static final AgeRange TRUNCATED_35_64 = new AgeRange(7, 12);

  /** 0-74 years, the range of cumulative rate and risk. */
  public static final AgeRange UP_TO_74 = new AgeRange(0, 14);

  private static final int YEARS = 5;

  /** Refuses a range outside the eighteen groups. */
  public AgeRange {
    Require.that(
        0 <= first && first <= last && last < AgeSpecificCounts.GROUPS,
        "age range must lie inside the eighteen five-year groups");
  }

  /**
   * The ages below one that is the border of two groups.
   *
   * @param age 5 to 85
   */
  public static AgeRange below(int age) {
    Require.that(age > 0 && age % YEARS == 0, "the age must be the border of two age groups");
    return new AgeRange(0, age / YEARS - 1);
  }

  /** The ages as published, {@code 0-14}; only of a range with an upper end. */
  public String label() {
    Require.that(!openEnded(), "a range without an upper end has no label");
    return first * YEARS + "-" + (last * YEARS + YEARS - 1);
  }

  /** Whether the range has no upper end, so that an open-ended last group belongs to it. */
  boolean openEnded() {
    return last == AgeSpecificCounts.GROUPS - 1;
  }
}
