package org.tidemark.estimate;

import org.tidemark.stats.Answer;
import org.tidemark.stats.CrudePoint;
import org.tidemark.stats.Interval;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalPoint;

/**
 * What a curve says at one time.
 *
 * @param value the estimate
 * @param error its standard error
 * @param atRisk persons at risk there
 * @param deaths deaths of any cause up to it
 * @param limits confidence limits
 */
record Reading(double value, double error, long atRisk, long deaths, Answer<Interval> limits) {
  static Reading of(SurvivalPoint point, long deaths) {
    return new Reading(
        point.survival(), point.error(), point.atRisk(), deaths, Answer.given(point.limits()));
  }

  static Reading of(CrudePoint point, long deaths) {
    return new Reading(point.value(), point.error(), point.atRisk(), deaths, point.limits());
  }

  /** An area under a curve by days as one by years. */
  Reading inYears(LimitScale scale) {
    double years = value / PopulationHazard.DAYS_IN_YEAR;
    double own = error / PopulationHazard.DAYS_IN_YEAR;
    Answer<Interval> scaled =
        limits.map(
            i ->
                new Interval(
                    i.lower() / PopulationHazard.DAYS_IN_YEAR,
                    i.upper() / PopulationHazard.DAYS_IN_YEAR));
    return new Reading(years, own, atRisk, deaths, scaled);
  }
}
