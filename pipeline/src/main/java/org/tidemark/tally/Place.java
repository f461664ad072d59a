package org.tidemark.tally;

import java.io.Serializable;

/**
 * Where a person lives, as far as a life table asks for it.
 *
 * @param area area of residence; empty where unknown, and of a life table for all areas
 * @param deprivation group of deprivation of the residence, a whole number from 1 to 100 in digits;
 *     empty where unknown, and of a life table for all groups
 */
record Place(String area, String deprivation) implements Serializable, Comparable<Place> {
  /** SQL that gives the group of a tumour; what is no group counts as unknown. */
  static final String DEPRIVATION = "IF(deprivation RLIKE '^([1-9][0-9]?|100)$', deprivation, '')";

  /** The same as a stratum: those of no known group are one of their own. */
  static final String GROUP = "coalesce(nullif(" + DEPRIVATION + ", ''), 'unknown')";

  static Place of(String area) {
    return new Place(area, "");
  }

  /** The whole area. */
  Place whole() {
    return of(area);
  }

  boolean isWhole() {
    return deprivation.isEmpty();
  }

  /** Its words in a refusal. */
  String text() {
    return "area '" + area + (isWhole() ? "'" : "', deprivation '" + deprivation + "'");
  }

  @Override
  public int compareTo(Place other) {
    int byArea = area.compareTo(other.area);
    return byArea != 0 ? byArea : deprivation.compareTo(other.deprivation);
  }
}
