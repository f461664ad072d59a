package org.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The columns of age-period-cohort models, so that no two say the same: one an age group; the
 * drift, linear in the period; periods but the first and the last; cohorts but the first and the
 * last. The effects of the periods and cohorts that are left out are 0: all that is linear is in
 * the drift.
 */
final class AgePeriodDesign {
  private final AgePeriodTable table;
  private final int[] ages;
  private final int firstCohort;
  private final int cohorts;

  private AgePeriodDesign(AgePeriodTable table, int[] ages) {
    this.table = table;
    this.ages = ages;
    int oldest = ages.length == 0 ? 0 : ages[ages.length - 1];
    int youngest = ages.length == 0 ? 0 : ages[0];
    this.firstCohort = -oldest;
    this.cohorts = oldest - youngest + table.periods();
  }

  /** The age groups that had at least so many cases in all periods together. */
  static AgePeriodDesign of(AgePeriodTable table, long leastCases) {
    return new AgePeriodDesign(
        table,
        IntStream.range(0, table.ages()).filter(a -> table.cases(a) >= leastCases).toArray());
  }

  /** How many age groups are in the model. */
  int ages() {
    return ages.length;
  }

  /** Whether an age group is in the model. */
  boolean has(int age) {
    return Arrays.binarySearch(ages, age) >= 0;
  }

  /** The column of the drift. */
  int driftColumn() {
    return ages.length;
  }

  /** Fits a model of age and what is asked for. */
  Answer<PoissonFit.Estimate> fit(boolean drift, boolean period, boolean cohort, RateLink link) {
    return fit(new boolean[] {drift, period, cohort, false}, link);
  }

  /** Fits the model of age, drift and cohort with a square of the period in place of periods. */
  Answer<PoissonFit.Estimate> bent(RateLink link) {
    return fit(new boolean[] {true, false, true, true}, link);
  }

  private Answer<PoissonFit.Estimate> fit(boolean[] with, RateLink link) {
    int periods = table.periods();
    int n = ages.length * periods;
    double[][] design = new double[n][];
    double[] counts = new double[n];
    double[] exposures = new double[n];
    for (int a = 0; a < ages.length; a++) {
      for (int p = 0; p < periods; p++) {
        int i = a * periods + p;
        design[i] = kept(row(ages[a], p, p, 1), p, with);
        counts[i] = (double) table.cases(ages[a], p);
        exposures[i] = table.personYears(ages[a], p);
      }
    }
    return PoissonFit.of(design, counts, exposures, link);
  }

  /**
   * A row of the full model.
   *
   * @param period of the cell, which settles its cohort; one after the last has no effect of its
   *     own
   * @param time value of the drift's column
   * @param own weight of the period's own effect
   */
  double[] row(int age, int period, double time, double own) {
    int periods = table.periods();
    double[] row = new double[ages.length + 1 + (periods - 2) + Math.max(0, cohorts - 2)];
    row[Arrays.binarySearch(ages, age)] = 1;
    row[ages.length] = time;
    effect(row, period, own);
    // Cohorts after the last observed one are taken to be like it.
    int cohort = Math.min(period - age - firstCohort, cohorts - 1);
    if (cohort > 0 && cohort < cohorts - 1) {
      row[ages.length + 1 + periods - 2 + cohort - 1] = 1;
    }
    return row;
  }

  /** Adds a share of a period's own effect to a row. */
  void effect(double[] row, int period, double share) {
    if (period > 0 && period < table.periods() - 1) {
      row[ages.length + period] += share;
    }
  }

  /** The columns of a smaller model, and the square of the period behind them. */
  private double[] kept(double[] row, int period, boolean[] with) {
    int drift = ages.length;
    int cohort = drift + 1 + table.periods() - 2;
    double[] kept =
        IntStream.range(0, row.length)
            .filter(
                j ->
                    j < drift
                        || (j == drift && with[0])
                        || (j > drift && j < cohort && with[1])
                        || (j >= cohort && with[2]))
            .mapToDouble(j -> row[j])
            .toArray();
    if (!with[3]) {
      return kept;
    }
    double[] bent = Arrays.copyOf(kept, kept.length + 1);
    double middle = (table.periods() - 1) / 2.0;
    bent[kept.length] = (period - middle) * (period - middle);
    return bent;
  }
}
