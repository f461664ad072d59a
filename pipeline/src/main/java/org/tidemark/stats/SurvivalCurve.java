package org.tidemark.stats;

import java.util.Arrays;

/**
 * A survival curve on the daily grid. A value is given at a time only while somebody is still at
 * risk: a curve is not carried on beyond the follow-up it was estimated from.
 */
public final class SurvivalCurve {
  private final int horizon;
  private final DailySums sums;
  private final double[] survival;
  private final double[] logError;
  private final boolean weighted;
  private final double most;

  private SurvivalCurve(int horizon, DailySums sums, Values values, boolean weighted, double most) {
    this.horizon = horizon;
    this.sums = sums;
    this.survival = values.survival;
    this.logError = values.logError;
    this.weighted = weighted;
    this.most = most;
  }

  /** A curve of observed survival, whose limits stay at or below 1. */
  static SurvivalCurve observed(SurvivalTally tally, DailySums sums, Values values) {
    return new SurvivalCurve(tally.horizon(), sums, values, false, 1);
  }

  /** A curve of net or relative survival, which may exceed 1. */
  static SurvivalCurve net(SurvivalTally tally, DailySums sums, Values values) {
    return net(tally.horizon(), sums, values);
  }

  static SurvivalCurve net(int horizon, DailySums sums, Values values) {
    return new SurvivalCurve(horizon, sums, values, true, Double.MAX_VALUE);
  }

  /** Last day up to which somebody was always at risk; 0 if nobody was at diagnosis. */
  public int lastDay() {
    return sums.last;
  }

  /** Number at risk in the step that ends on a day from 1 to {@link #lastDay}, or on the next. */
  public long atRisk(int day) {
    Require.that(day >= 1 && day <= sums.last + 1, "day of a survival curve");
    return sums.atRisk[day];
  }

  /** Deaths from diagnosis up to a day from 0 to {@link #lastDay}. */
  public long deaths(int day) {
    Require.that(day >= 0 && day <= sums.last, "day of a survival curve");
    return Arrays.stream(sums.deaths, 0, day + 1).sum();
  }

  /**
   * The survival at a time.
   *
   * @param years years since diagnosis, of 365.241 days; the value is that of the last whole day
   * @param scale the scale of the limits
   */
  public Answer<SurvivalPoint> at(double years, LimitScale scale) {
    Require.notNegative(years, "years since diagnosis");
    int day = (int) Math.min(Integer.MAX_VALUE, Math.floor(years * PopulationHazard.DAYS_IN_YEAR));
    if (day > horizon) {
      return Answer.insufficient(Shortfall.BEYOND_HORIZON);
    }
    if (day > sums.last || sums.last == 0) {
      return Answer.insufficient(Shortfall.FOLLOW_UP_TOO_SHORT);
    }
    Answer<Integer> readable = weighted ? sums.weightedUpTo(day) : Answer.given(day);
    return readable.then(d -> point(years, d, scale));
  }

  /**
   * The survival from one time to a later one, of those alive at the first: the quotient of the
   * two, whose logarithm has the variance gained between them.
   *
   * @param given years since diagnosis survived already
   * @param years years since diagnosis, more than {@code given}
   * @param scale the scale of the limits
   */
  public Answer<SurvivalPoint> given(double given, double years, LimitScale scale) {
    Require.that(given < years, "the years of conditional survival must follow those survived");
    return at(given, LimitScale.PLAIN)
        .then(from -> at(years, LimitScale.PLAIN).then(to -> to.since(from, scale)));
  }

  private Answer<SurvivalPoint> point(double years, int day, LimitScale scale) {
    double value = survival[day];
    double error = logError[day];
    if (!(value > 0) || !Double.isFinite(error)) {
      return Answer.insufficient(Shortfall.NO_SURVIVORS);
    }
    return scale
        .limits(value, error)
        .map(
            limits ->
                new SurvivalPoint(
                    years,
                    day,
                    sums.atRisk[Math.max(1, day)],
                    value,
                    error,
                    value * error,
                    limits.within(-Double.MAX_VALUE, most)));
  }

  /** Survival and the standard error of its logarithm by day; index 0 holds 1 and 0. */
  static final class Values {
    final double[] survival;
    final double[] logError;

    Values(int last) {
      survival = new double[last + 1];
      logError = new double[last + 1];
      survival[0] = 1;
    }

    /** Sets a day from the day before: times a factor, plus a term of the squared error. */
    void step(int day, double factor, double variance) {
      survival[day] = survival[day - 1] * factor;
      logError[day] = Math.sqrt(logError[day - 1] * logError[day - 1] + variance);
    }
  }
}
