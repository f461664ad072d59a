package org.tidemark.stats;

/**
 * Survival at one time after diagnosis.
 *
 * @param years the time asked for
 * @param day the last whole day at or before it, whose value this is
 * @param atRisk number at risk in the step that ends on that day
 * @param survival the estimate; a net survival may exceed 1
 * @param logError standard error of its logarithm, that is of the cumulative (excess) hazard
 * @param error standard error of the estimate, {@code survival * logError}
 * @param limits confidence limits; those of a net survival may exceed 1
 */
public record SurvivalPoint(
    double years,
    int day,
    long atRisk,
    double survival,
    double logError,
    double error,
    Interval limits) {
  /** The survival from an earlier point of the same curve to this one. */
  Answer<SurvivalPoint> since(SurvivalPoint from, LimitScale scale) {
    double value = survival / from.survival;
    double log = Math.sqrt(Math.max(0, logError * logError - from.logError * from.logError));
    return scale
        .limits(value, log)
        .map(interval -> new SurvivalPoint(years, day, atRisk, value, log, value * log, interval));
  }
}
