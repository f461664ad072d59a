package org.tidemark.stats;

/**
 * What a life table says of an age group of one population, in any of the columns that life tables
 * have; not a number where it says nothing.
 *
 * @param age first completed year of the group
 * @param lastAge last completed year of the group; {@link AgeBand#OPEN} if it has no end; -1 where
 *     the table does not say: until the next row
 * @param hazardPerDay hazard of death per day
 * @param probabilityPerYear probability of dying within a year
 * @param ratePerYear deaths per person-year lived in the group, m
 * @param probability probability of dying in the group, q
 * @param survivors survivors to the group's first age, l, on any radix
 * @param expectancy years of life left at the group's first age, e; it closes the last group
 */
public record LifeTableRow(
    int age,
    int lastAge,
    double hazardPerDay,
    double probabilityPerYear,
    double ratePerYear,
    double probability,
    double survivors,
    double expectancy) {
  /** The last age of a row that does not say it. */
  public static final int UNTIL_THE_NEXT = -1;

  /** Whether all it says is that nobody survives the group. */
  boolean certainDeath() {
    return !given(hazardPerDay)
        && !given(ratePerYear)
        && (given(probabilityPerYear) ? probabilityPerYear == 1 : !(probability < 1));
  }

  static boolean given(double value) {
    return !Double.isNaN(value);
  }
}
