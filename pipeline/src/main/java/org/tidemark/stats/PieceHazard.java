package org.tidemark.stats;

/** The population hazard of a piece of follow-up, looked up at the piece's middle. */
@FunctionalInterface
public interface PieceHazard {
  /**
   * Hazard of death per year.
   *
   * @param sex sex as the table numbers it
   * @param age age in years, with its fraction
   * @param calendar calendar time in years, with its fraction
   */
  double perYear(int sex, double age, double calendar);
}
