package org.tidemark.stats;

/**
 * Survival by intervals of follow-up, from persons and person-time in each. With d deaths, d*
 * expected deaths, y person-years, a width of delta years and n' = n - (withdrawals + late
 * entries)/2 persons exposed:
 *
 * <ul>
 *   <li>{@link Form#HAZARD}: {@code S = prod exp(-delta (d - d*) / y)}; the squared standard error
 *       of log S sums {@code delta^2 d / y^2};
 *   <li>{@link Form#LIFE_TABLE}, the actuarial method: {@code S = prod 1 - (d - d*) / n'}; squared
 *       errors sum {@code d / (n' (n' - d))}. Cutler SJ, Ederer F. Maximum utilization of the life
 *       table method in analyzing survival. J Chronic Dis 1958;8:699-712.
 *       doi:10.1016/0021-9681(58)90126-7
 * </ul>
 *
 * <p>Observed survival has no d*. Relative survival is Ederer's second method ({@link EdererTwo}).
 * Net survival weights every sum by the inverse of the expected survival at the middle of each
 * piece ({@link PoharPerme}), and sums {@code delta^2 d2 / y^2}, or {@code d2 / n'^2} of persons
 * not weighted, with d2 the sum of squared weights of the deaths.
 *
 * <p>Example: 10 persons, 2 of them withdrawn and 3 dead within the year: n' = 9, S = 6/9.
 */
public final class IntervalSurvival {
  /** What is estimated. */
  public enum Measure {
    /** All causes. */
    OBSERVED,
    /** Deaths from the cancer; other deaths withdraw a person. */
    CAUSE_SPECIFIC,
    /** Relative survival, Ederer II. */
    RELATIVE,
    /** Net survival, Pohar Perme. */
    NET
  }

  /** How an interval's deaths become a survival. */
  public enum Form {
    /** From person-years. */
    HAZARD,
    /** From persons, those who leave counting half. */
    LIFE_TABLE
  }

  private static final double SAME_BREAK = 1e-9;
  private static final double MOST = Double.MAX_VALUE;

  private final IntervalTally tally;
  private final Measure measure;
  private final double[] survival;
  private final double[] error;

  private IntervalSurvival(IntervalTally tally, Measure measure) {
    this.tally = tally;
    this.measure = measure;
    this.survival = new double[tally.intervals()];
    this.error = new double[tally.intervals()];
  }

  /** The survival at the end of each interval. */
  public static IntervalSurvival estimate(IntervalTally tally, Measure measure, Form form) {
    IntervalSurvival curve = new IntervalSurvival(tally, measure);
    if (form == Form.HAZARD) {
      curve.byHazard();
    } else {
      curve.byLifeTable();
    }
    return curve;
  }

  private void byHazard() {
    double log = 0;
    double variance = 0;
    for (int k = 0; k < survival.length; k++) {
      Terms terms = Terms.of(tally, k, measure);
      double scale = tally.width(k) / terms.time;
      log -= scale * (terms.deaths - terms.expected);
      variance += scale * scale * terms.squares;
      survival[k] = Math.exp(log);
      error[k] = Math.sqrt(variance);
    }
  }

  private void byLifeTable() {
    double value = 1;
    double observed = 1;
    double expected = 1;
    double variance = 0;
    for (int k = 0; k < survival.length; k++) {
      Terms terms = Terms.of(tally, k, measure);
      double exposed = terms.atRisk - terms.withdrawn / 2;
      value *= 1 - (terms.deaths - terms.expected) / exposed;
      observed *= 1 - terms.deaths / exposed;
      // Of the relative survival's error the denominator is the expected survival of all at risk.
      expected *= 1 - terms.expected / terms.atRisk;
      variance +=
          measure == Measure.NET
              ? terms.squares / (persons(k) * persons(k))
              : terms.deaths / (exposed * (exposed - terms.deaths));
      survival[k] = value;
      error[k] =
          Math.sqrt(variance) * (measure == Measure.RELATIVE ? observed / expected / value : 1);
    }
  }

  /** Persons exposed, not weighted. */
  private double persons(int k) {
    return tally.count(k, IntervalTally.AT_RISK)
        - (tally.count(k, IntervalTally.CENSORED) + tally.count(k, IntervalTally.LATE)) / 2.0;
  }

  /**
   * The survival at the end of an interval.
   *
   * @param years a break of the tally
   * @param scale the scale of the limits
   */
  public Answer<SurvivalPoint> at(double years, LimitScale scale) {
    for (int k = 0; k < survival.length; k++) {
      if (tally.count(k, IntervalTally.AT_RISK) == 0) {
        return Answer.insufficient(Shortfall.FOLLOW_UP_TOO_SHORT);
      }
      if (measure == Measure.NET && !tally.weighted(k)) {
        return Answer.insufficient(Shortfall.WEIGHT_NOT_REPRESENTABLE);
      }
      if (Math.abs(tally.end(k) - years) < SAME_BREAK) {
        return point(k, years, scale);
      }
    }
    return Answer.insufficient(Shortfall.BEYOND_HORIZON);
  }

  private Answer<SurvivalPoint> point(int k, double years, LimitScale scale) {
    double value = survival[k];
    if (!(value > 0) || !Double.isFinite(value) || !Double.isFinite(error[k])) {
      return Answer.insufficient(Shortfall.NO_SURVIVORS);
    }
    double most = measure == Measure.OBSERVED || measure == Measure.CAUSE_SPECIFIC ? 1 : MOST;
    return scale
        .limits(value, error[k])
        .map(
            limits ->
                new SurvivalPoint(
                    years,
                    (int) Math.floor(years * PopulationHazard.DAYS_IN_YEAR),
                    tally.count(k, IntervalTally.AT_RISK),
                    value,
                    error[k],
                    value * error[k],
                    limits.within(-MOST, most)));
  }

  /**
   * The survival between two breaks, of those alive at the first; as {@link SurvivalCurve#given}.
   */
  public Answer<SurvivalPoint> given(double given, double years, LimitScale scale) {
    Require.that(given < years, "the years of conditional survival must follow those survived");
    return at(given, LimitScale.PLAIN)
        .then(from -> at(years, LimitScale.PLAIN).then(to -> to.since(from, scale)));
  }

  /** Deaths of any cause up to a break. */
  public long deaths(double years) {
    long sum = 0;
    for (int k = 0; k < survival.length && tally.end(k) < years + SAME_BREAK; k++) {
      sum += tally.count(k, IntervalTally.DEATHS);
    }
    return sum;
  }

  /** The sums of one interval as a measure takes them. */
  private record Terms(
      double atRisk,
      double withdrawn,
      double deaths,
      double squares,
      double expected,
      double time) {
    static Terms of(IntervalTally tally, int k, Measure measure) {
      if (measure == Measure.NET) {
        return new Terms(
            tally.sum(k, IntervalTally.WEIGHTED),
            tally.sum(k, IntervalTally.WEIGHTED_CENSORED)
                + tally.sum(k, IntervalTally.WEIGHTED_LATE),
            tally.sum(k, IntervalTally.WEIGHTED_DEATHS),
            tally.sum(k, IntervalTally.SQUARES),
            tally.sum(k, IntervalTally.WEIGHTED_EXPECTED),
            tally.sum(k, IntervalTally.WEIGHTED_TIME));
      }
      boolean byCause = measure == Measure.CAUSE_SPECIFIC;
      long all = tally.count(k, IntervalTally.DEATHS);
      long deaths = byCause ? tally.count(k, IntervalTally.OF_CANCER) : all;
      long left = tally.count(k, IntervalTally.CENSORED) + tally.count(k, IntervalTally.LATE);
      return new Terms(
          tally.count(k, IntervalTally.AT_RISK),
          left + (all - deaths),
          deaths,
          deaths,
          measure == Measure.RELATIVE ? tally.sum(k, IntervalTally.EXPECTED) : 0,
          tally.sum(k, IntervalTally.TIME));
    }
  }
}
