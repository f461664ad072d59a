package org.tidemark.stats;

/**
 * A probability of death from a cause, or the time it takes, at one time after diagnosis.
 *
 * @param time the time asked for
 * @param atRisk number at risk at the last event time at or before it
 * @param value the estimate; an excess of deaths below 0 makes it negative
 * @param error its standard error
 * @param limits confidence limits; on a log scale only of an estimate above 0
 */
public record CrudePoint(
    double time, long atRisk, double value, double error, Answer<Interval> limits) {
  static CrudePoint of(double time, long atRisk, double value, double error, LimitScale scale) {
    return new CrudePoint(time, atRisk, value, error, limits(value, error, scale));
  }

  private static Answer<Interval> limits(double value, double error, LimitScale scale) {
    if (scale == LimitScale.PLAIN) {
      return Answer.given(Interval.normal(value, error));
    }
    return value > 0
        ? scale.limits(value, error / value)
        : Answer.insufficient(Shortfall.TOO_UNCERTAIN);
  }

  /** The same point in a unit of time so many times longer, for areas under a curve. */
  CrudePoint inUnitsOf(double times, LimitScale scale) {
    return of(time / times, atRisk, value / times, error / times, scale);
  }
}
