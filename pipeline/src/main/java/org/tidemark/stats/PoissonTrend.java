package org.tidemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The annual percent change by Poisson regression, which takes years without a case as they are:
 * {@code ln E(d) = ln n + a + b year}, and with one {@code a} an age group, so that a population
 * growing older does not look like a trend. Limits are normal. Breslow NE, Day NE. Statistical
 * Methods in Cancer Research II. IARC Scientific Publications 82, Lyon 1987, chapter 4.
 *
 * @param change per year
 * @param deviance of the model
 * @param freedom its degrees of freedom
 */
public record PoissonTrend(AnnualChange change, double deviance, int freedom) {
  /** The probability that counts scatter about the trend at least so far by chance alone. */
  public double scatter() {
    return Tails.chiSquared(deviance, freedom);
  }

  /**
   * The trend of all ages together.
   *
   * @param years calendar years, each once
   * @param cases events a year
   * @param personYears person-years a year
   */
  public static Answer<PoissonTrend> crude(int[] years, long[] cases, double[] personYears) {
    Require.that(
        years.length == cases.length && years.length == personYears.length,
        "every year must have cases and person-years");
    List<Cell> cells = new ArrayList<>();
    IntStream.range(0, years.length)
        .forEach(i -> cells.add(new Cell(0, years[i], cases[i], personYears[i])));
    return of(cells);
  }

  /**
   * The trend within age groups; a group without any case says nothing about it and is left out.
   *
   * @param years calendar years, each once
   * @param counts one a year
   */
  public static Answer<PoissonTrend> byAge(int[] years, List<AgeSpecificCounts> counts) {
    Require.that(years.length == counts.size(), "every year must have counts");
    int open = counts.stream().mapToInt(AgeSpecificCounts::openGroup).min().orElse(-1);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < years.length; i++) {
      for (int age = 0; age <= open; age++) {
        cells.add(
            new Cell(
                age,
                years[i],
                AgePeriodTable.casesFrom(counts.get(i), age, open),
                AgePeriodTable.yearsFrom(counts.get(i), age, open)));
      }
    }
    return of(cells);
  }

  private record Cell(int age, int year, long cases, double personYears) {}

  private static Answer<PoissonTrend> of(List<Cell> all) {
    if (all.stream().anyMatch(c -> c.cases > 0 && c.personYears == 0)) {
      return Answer.insufficient(Shortfall.CASES_WITHOUT_PERSON_YEARS);
    }
    int[] ages = all.stream().filter(c -> c.cases > 0).mapToInt(Cell::age).distinct().toArray();
    List<Cell> used =
        all.stream()
            .filter(c -> c.personYears > 0 && Arrays.stream(ages).anyMatch(a -> a == c.age))
            .toList();
    if (used.isEmpty()) {
      return Answer.insufficient(Shortfall.NO_CASES);
    }
    if (used.stream().mapToInt(Cell::year).distinct().count() < 2) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    double middle = used.stream().mapToInt(Cell::year).average().orElseThrow();
    double[][] design = used.stream().map(c -> row(c, ages, middle)).toArray(double[][]::new);
    return PoissonFit.of(
            design,
            used.stream().mapToDouble(Cell::cases).toArray(),
            used.stream().mapToDouble(Cell::personYears).toArray(),
            RateLink.LOG)
        .then(PoissonTrend::of);
  }

  private static double[] row(Cell cell, int[] ages, double middle) {
    double[] row = new double[ages.length + 1];
    row[0] = cell.year - middle;
    for (int a = 0; a < ages.length; a++) {
      row[a + 1] = ages[a] == cell.age ? 1 : 0;
    }
    return row;
  }

  private static Answer<PoissonTrend> of(PoissonFit.Estimate fit) {
    return AnnualChange.normal(fit.coefficient(0), fit.error(0))
        .map(change -> new PoissonTrend(change, fit.deviance(), fit.freedom()));
  }
}
