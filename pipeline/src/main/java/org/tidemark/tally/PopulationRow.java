package org.tidemark.tally;

import org.tidemark.stats.AgeBand;

/**
 * A row of {@code population} that counts.
 *
 * @param source the source's id
 * @param area the area; empty for all
 * @param sex code of the sex; {@code 0} for both together
 * @param year calendar year
 * @param band ages
 * @param persons persons at mid-year, or person-years
 */
public record PopulationRow(
    String source, String area, String sex, int year, AgeBand band, double persons) {
  /** The code of both sexes together. */
  public static final String BOTH = "0";
}
