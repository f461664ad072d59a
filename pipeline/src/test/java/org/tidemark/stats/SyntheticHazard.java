package org.tidemark.stats;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** A made-up population: hazards rise by a tenth with each year of age and fall by the calendar. */
final class SyntheticHazard {
  private static final int AGES = 105;
  private static final int FIRST_YEAR = 1980;
  private static final int YEARS = 45;

  private SyntheticHazard() {}

  static double[] ages() {
    return IntStream.range(0, AGES).mapToDouble(a -> a * PopulationHazard.DAYS_IN_YEAR).toArray();
  }

  static int[] years() {
    return IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
        .map(y -> (int) LocalDate.of(y, 1, 1).toEpochDay())
        .toArray();
  }

  /** Hazards of two sexes, all multiplied by a factor. */
  static double[][][] perDay(double factor) {
    double[][][] hazard = new double[2][AGES][YEARS];
    for (int sex = 0; sex < 2; sex++) {
      for (int age = 0; age < AGES; age++) {
        for (int year = 0; year < YEARS; year++) {
          hazard[sex][age][year] =
              factor * 1e-7 * (2 - sex) * Math.pow(1.1, age) * Math.pow(0.99, year);
        }
      }
    }
    return hazard;
  }

  static PopulationHazard yearly(double factor) {
    return PopulationHazard.nearest(ages(), years(), perDay(factor));
  }

  static PopulationHazard none() {
    return yearly(0);
  }
}
