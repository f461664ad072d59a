package org.tidemark.stats;

/**
 * Net drift, and how far period and cohort bend beyond it, from the Poisson models of a table by
 * age and period: age alone; age and drift; age and period; age and cohort; all three. Drift is the
 * part of a trend that no model can divide between period and cohort. Clayton D, Schifflers E. Stat
 * Med 1987;6:449-467 and 469-481. doi:10.1002/sim.4780060405, doi:10.1002/sim.4780060406
 *
 * @param drift annual change in the model of age and drift, normal limits
 * @param driftDeviance deviance of age and drift
 * @param periodDeviance deviance of age and period
 * @param cohortDeviance deviance of age and cohort
 * @param fullDeviance deviance of age, period and cohort
 * @param fullFreedom its degrees of freedom
 * @param periodBends p of no bend in period beside cohort
 * @param cohortBends p of no bend in cohort beside period
 */
public record AgePeriodCohort(
    AnnualChange drift,
    double driftDeviance,
    double periodDeviance,
    double cohortDeviance,
    double fullDeviance,
    int fullFreedom,
    double periodBends,
    double cohortBends) {
  private static final int LEAST = 3;

  /**
   * The models of a table. Age groups in which no case was seen are left out.
   *
   * @return insufficient with fewer than three periods or age groups with cases
   */
  public static Answer<AgePeriodCohort> of(AgePeriodTable table) {
    AgePeriodDesign cells = AgePeriodDesign.of(table, 1);
    if (table.periods() < LEAST || cells.ages() < LEAST) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return cells
        .fit(true, false, false, RateLink.LOG)
        .then(
            drift ->
                cells
                    .fit(true, true, false, RateLink.LOG)
                    .then(
                        period ->
                            cells
                                .fit(true, false, true, RateLink.LOG)
                                .then(
                                    cohort ->
                                        cells
                                            .fit(true, true, true, RateLink.LOG)
                                            .then(
                                                full -> of(drift, period, cohort, full, cells)))));
  }

  private static Answer<AgePeriodCohort> of(
      PoissonFit.Estimate drift,
      PoissonFit.Estimate period,
      PoissonFit.Estimate cohort,
      PoissonFit.Estimate full,
      AgePeriodDesign cells) {
    int at = cells.driftColumn();
    double width = AgePeriodTable.WIDTH;
    return AnnualChange.normal(drift.coefficient(at) / width, drift.error(at) / width)
        .map(
            change ->
                new AgePeriodCohort(
                    change,
                    drift.deviance(),
                    period.deviance(),
                    cohort.deviance(),
                    full.deviance(),
                    full.freedom(),
                    bends(cohort, full),
                    bends(period, full)));
  }

  private static double bends(PoissonFit.Estimate without, PoissonFit.Estimate with) {
    return Tails.chiSquared(
        without.deviance() - with.deviance(), without.freedom() - with.freedom());
  }
}
