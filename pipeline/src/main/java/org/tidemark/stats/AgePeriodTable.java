package org.tidemark.stats;

import java.util.List;

/**
 * Cases and person-years by five-year age group and five-year period, the oldest group open-ended,
 * as age-period-cohort models read them. The cohort of a cell is its period less its age group.
 * Clayton D, Schifflers E. Models for temporal variation in cancer rates. II. Stat Med
 * 1987;6:469-481. doi:10.1002/sim.4780060406
 */
public final class AgePeriodTable {
  /** Years of a period, and of an age group. */
  public static final int WIDTH = 5;

  private final long[][] cases;
  private final double[][] personYears;

  private AgePeriodTable(long[][] cases, double[][] personYears) {
    this.cases = cases;
    this.personYears = personYears;
  }

  /**
   * Sums single years to periods of five, counted back from the last year, so that the latest
   * figures are used; up to four years before the first whole period are left out. All populations
   * are pooled at the youngest of their open groups.
   *
   * @param counts one a calendar year, without a gap, in order
   * @return insufficient with fewer than five years, or without a population
   */
  public static Answer<AgePeriodTable> ofYears(List<AgeSpecificCounts> counts) {
    int periods = counts.size() / WIDTH;
    if (periods == 0) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    int first = counts.size() - periods * WIDTH;
    int open = counts.stream().skip(first).mapToInt(AgeSpecificCounts::openGroup).min().orElse(-1);
    if (open < 1) {
      return Answer.insufficient(Shortfall.NO_PERSON_YEARS);
    }
    long[][] cases = new long[open + 1][periods];
    double[][] personYears = new double[open + 1][periods];
    for (int age = 0; age <= open; age++) {
      for (int i = first; i < counts.size(); i++) {
        int period = (i - first) / WIDTH;
        cases[age][period] += casesFrom(counts.get(i), age, open);
        personYears[age][period] += yearsFrom(counts.get(i), age, open);
      }
    }
    return of(cases, personYears);
  }

  /**
   * The table of given cells.
   *
   * @param cases by age group, then period
   * @param personYears the same
   * @return insufficient where a cell has no person-years
   */
  public static Answer<AgePeriodTable> of(long[][] cases, double[][] personYears) {
    Require.that(cases.length == personYears.length, "cases and person-years must have one shape");
    AgePeriodTable table = new AgePeriodTable(new long[cases.length][], new double[cases.length][]);
    for (int age = 0; age < cases.length; age++) {
      Require.that(
          cases[age].length == personYears[age].length && cases[age].length == cases[0].length,
          "cases and person-years must have one shape");
      for (int p = 0; p < cases[age].length; p++) {
        Require.notNegative(cases[age][p], "cases of every cell");
        if (AgeSpecificCounts.counted(personYears[age][p]) == 0) {
          return Answer.insufficient(Shortfall.AGE_GROUP_WITHOUT_PERSON_YEARS);
        }
      }
      table.cases[age] = cases[age].clone();
      table.personYears[age] = personYears[age].clone();
    }
    return Answer.given(table);
  }

  /** The same without the last periods; they must leave one. */
  public AgePeriodTable without(int last) {
    Require.that(last >= 0 && last < periods(), "a period must be left");
    AgePeriodTable shorter = new AgePeriodTable(new long[ages()][], new double[ages()][]);
    for (int age = 0; age < ages(); age++) {
      shorter.cases[age] = java.util.Arrays.copyOf(cases[age], periods() - last);
      shorter.personYears[age] = java.util.Arrays.copyOf(personYears[age], periods() - last);
    }
    return shorter;
  }

  /** How many age groups. */
  public int ages() {
    return cases.length;
  }

  /** How many periods. */
  public int periods() {
    return cases[0].length;
  }

  /** Cases of a cell. */
  public long cases(int age, int period) {
    return cases[age][period];
  }

  /** Person-years of a cell. */
  public double personYears(int age, int period) {
    return personYears[age][period];
  }

  /** Cases of an age group in all periods. */
  long cases(int age) {
    return java.util.Arrays.stream(cases[age]).sum();
  }

  /** Cases of an age group, those of all later groups with the last one. */
  static long casesFrom(AgeSpecificCounts counts, int age, int last) {
    if (age < last) {
      return counts.cases(age);
    }
    long sum = 0;
    for (int g = last; g < AgeSpecificCounts.GROUPS; g++) {
      sum += counts.cases(g);
    }
    return sum;
  }

  /** Person-years of an age group, those of all later groups with the last one. */
  static double yearsFrom(AgeSpecificCounts counts, int age, int last) {
    return counts.personYears(new AgeRange(age, age < last ? age : AgeSpecificCounts.GROUPS - 1));
  }
}
