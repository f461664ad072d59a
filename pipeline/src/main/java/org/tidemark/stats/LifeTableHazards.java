package org.tidemark.stats;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The hazards of a life table, complete or abridged, constant within each of its age groups, which
 * is to interpolate the logarithm of the survivors linearly (Chiang, The Life Table and its
 * Applications, 1984; Preston, Heuveline and Guillot, Demography, 2001, section 3.2 and 3.6).
 * {@link ElandtJohnson} smooths them to single years.
 *
 * <ul>
 *   <li>a rate m is the hazard;
 *   <li>q over n years gives {@code -ln(1 - q) / n};
 *   <li>survivors give {@code ln(l(x) / l(x + n)) / n};
 *   <li>the open last group has the hazard {@code 1 / e} of its life expectancy.
 * </ul>
 *
 * <p>Of a row that says several, the first of hazard, probability per year, rate, probability and
 * survivors holds. Years are of {@link PopulationHazard#DAYS_IN_YEAR} days.
 */
public final class LifeTableHazards {
  /** What was assumed of a row. */
  public enum Assumption {
    /** A hazard constant within a group of several years. */
    ABRIDGED,
    /** Hazards of single years within a group, by {@link ElandtJohnson}. */
    SMOOTHED,
    /** A rate taken for the hazard. */
    RATE,
    /** A probability from survivors. */
    SURVIVORS,
    /** One hazard for all ages of the open last group, from its life expectancy or its rate. */
    CLOSED
  }

  /**
   * The hazard of a row.
   *
   * @param age first completed year
   * @param endAge the first year after the row; {@link AgeBand#OPEN} if it has no end
   * @param perDay hazard per day; infinite where death is certain
   * @param assumed what was assumed
   */
  public record Hazard(int age, int endAge, double perDay, Set<Assumption> assumed) {}

  /** Published rates and expectancies have two digits or more. */
  private static final double ROUNDING = 0.02;

  private LifeTableHazards() {}

  /**
   * The hazards of the rows of one area, sex and period.
   *
   * @param rows by age, each age once
   * @throws IllegalArgumentException if groups overlap or leave ages out, survivors grow, a row
   *     says nothing, or a value is out of range; it names the age, never the value
   */
  public static List<Hazard> of(List<LifeTableRow> rows) {
    List<Hazard> hazards = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LifeTableRow next = i + 1 < rows.size() ? rows.get(i + 1) : null;
      hazards.add(hazard(rows.get(i), next));
    }
    return hazards;
  }

  private static Hazard hazard(LifeTableRow row, LifeTableRow next) {
    int end = end(row, next);
    Set<Assumption> assumed = EnumSet.noneOf(Assumption.class);
    if (next == null && row.certainDeath() && LifeTableRow.given(row.expectancy())) {
      require(row.expectancy() > 0, row, "a life expectancy above 0");
      assumed.add(Assumption.CLOSED);
      double perYear = 1 / row.expectancy();
      return new Hazard(row.age(), AgeBand.OPEN, perYear / PopulationHazard.DAYS_IN_YEAR, assumed);
    }
    double perDay = perDay(row, next, end, assumed);
    require(perDay >= 0, row, "survivors that do not grow with age, and values in their range");
    if (end == AgeBand.OPEN && perDay < Double.POSITIVE_INFINITY) {
      assumed.add(Assumption.CLOSED);
    }
    boolean byGroup = !LifeTableRow.given(row.hazardPerDay()) && end != AgeBand.OPEN;
    if (byGroup && end - row.age() > 1) {
      assumed.add(Assumption.ABRIDGED);
    }
    return new Hazard(row.age(), end, perDay, assumed);
  }

  private static double perDay(
      LifeTableRow row, LifeTableRow next, int end, Set<Assumption> assumed) {
    if (LifeTableRow.given(row.hazardPerDay())) {
      return row.hazardPerDay();
    }
    if (LifeTableRow.given(row.probabilityPerYear())) {
      return overYears(row.probabilityPerYear(), 1);
    }
    if (LifeTableRow.given(row.ratePerYear())) {
      assumed.add(Assumption.RATE);
      return row.ratePerYear() / PopulationHazard.DAYS_IN_YEAR;
    }
    if (LifeTableRow.given(row.probability())) {
      require(end != AgeBand.OPEN || row.probability() == 1, row, "a rate or a life expectancy");
      return overYears(row.probability(), end - row.age());
    }
    require(LifeTableRow.given(row.survivors()), row, "a rate, a probability or survivors");
    if (next == null) {
      return Double.POSITIVE_INFINITY;
    }
    require(LifeTableRow.given(next.survivors()), next, "survivors");
    assumed.add(Assumption.SURVIVORS);
    return Math.log(row.survivors() / next.survivors())
        / ((next.age() - row.age()) * PopulationHazard.DAYS_IN_YEAR);
  }

  /** The hazard per day of a probability over so many years; of certain death infinite. */
  private static double overYears(double probability, int years) {
    return probability == 1
        ? Double.POSITIVE_INFINITY
        : PopulationHazard.perDay(probability) / years;
  }

  private static int end(LifeTableRow row, LifeTableRow next) {
    boolean told = row.lastAge() != LifeTableRow.UNTIL_THE_NEXT;
    if (next == null) {
      if (!told) {
        // An open group, and only one, has m = 1 / e.
        boolean open = Math.abs(row.ratePerYear() * row.expectancy() - 1) < ROUNDING;
        return open ? AgeBand.OPEN : row.age() + 1;
      }
      return row.lastAge() == AgeBand.OPEN ? AgeBand.OPEN : row.lastAge() + 1;
    }
    require(
        !told || row.lastAge() + 1 == next.age(), row, "an end where the next age group begins");
    return next.age();
  }

  private static void require(boolean holds, LifeTableRow row, String what) {
    Require.that(holds, "the row of age " + row.age() + " lacks " + what);
  }
}
