package org.tidemark.tally;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What tasks tell each other of a stratum: its persons while they are few, else their sums by day,
 * which then are shorter. Sums are of whole numbers, so both come to the same bits.
 */
sealed interface SurvivalShare extends Serializable {

  /**
   * The persons themselves.
   *
   * @param slice number of the slice that they are in
   * @param persons each as the numbers of {@link Followed} and that of the own life table
   * @param excluded those who do not enter, by {@link org.tidemark.derive.SurvivalExclusion}
   */
  record Few(int slice, int[] persons, long[] excluded) implements SurvivalShare {
    /** How many numbers a person takes. */
    static final int WIDTH = Followed.NUMBERS + 1;

    /** The persons of both. */
    Few with(Few other) {
      int[] both = Arrays.copyOf(persons, persons.length + other.persons.length);
      System.arraycopy(other.persons, 0, both, persons.length, other.persons.length);
      long[] left = new long[excluded.length];
      Arrays.setAll(left, i -> excluded[i] + other.excluded[i]);
      return new Few(slice, both, left);
    }
  }

  /**
   * Their sums.
   *
   * @param part the tally
   */
  record Many(SurvivalPart part) implements SurvivalShare {}
}
