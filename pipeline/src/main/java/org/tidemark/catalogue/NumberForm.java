package org.tidemark.catalogue;

import java.io.Serializable;

/**
 * How the numbers of one field are written.
 *
 * @param decimal the decimal mark
 * @param thousands what may stand between groups of digits, or {@link #NO_GROUPS}; a space stands
 *     for every kind of space
 */
public record NumberForm(char decimal, char thousands) implements Serializable {
  /** The mark between groups of digits where there are no groups. */
  public static final char NO_GROUPS = 0;

  /** Checks that the two marks differ. */
  public NumberForm {
    if (decimal == thousands) {
      throw new IllegalArgumentException("one mark cannot be both decimal and between groups");
    }
  }
}
