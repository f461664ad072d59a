package org.tidemark.stats;

/**
 * Observed over expected events (SIR, or SMR of deaths), expected being the sum of person-years
 * times reference rates. Exact limits are those of the observed count over the expected one.
 * Breslow NE, Day NE. Statistical Methods in Cancer Research II. IARC Scientific Publications 82,
 * Lyon 1987, chapter 2; Garwood F. Biometrika 1936;28:437-442. doi:10.1093/biomet/28.3-4.437
 *
 * <p>Twelve events where eight are expected are a ratio of 1.5, from 0.78 to 2.62.
 *
 * @param observed events
 * @param expected events, above 0
 * @param ratio observed over expected
 * @param exact exact limits; the ones to prefer
 * @param byar Byar's limits
 * @param likelihood limits where the likelihood falls by 1.92, as programs of regression print
 */
public record StandardisedIncidenceRatio(
    long observed,
    double expected,
    double ratio,
    Interval exact,
    Interval byar,
    Interval likelihood) {
  private static final int HALVINGS = 200;

  /**
   * The ratio; insufficient where nothing is expected.
   *
   * @param observed events, not negative
   * @param expected events, not negative
   */
  public static Answer<StandardisedIncidenceRatio> of(long observed, double expected) {
    Require.notNegative(observed, "observed events");
    Require.notNegative(expected, "expected events");
    if (!Double.isFinite(PoissonInterval.exact(observed).upper() / expected)) {
      return Answer.insufficient(Shortfall.NOTHING_EXPECTED);
    }
    double unit = 1 / expected;
    return Answer.given(
        new StandardisedIncidenceRatio(
            observed,
            expected,
            observed * unit,
            PoissonInterval.exact(observed).scaled(unit),
            PoissonInterval.byar(observed).scaled(unit),
            likelihood(observed).scaled(unit)));
  }

  /**
   * Expected events.
   *
   * @param personYears by stratum
   * @param rates of the reference population per person-year, in the same strata
   */
  public static double expected(double[] personYears, double[] rates) {
    Require.that(personYears.length == rates.length, "every stratum must have a rate");
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      Require.notNegative(personYears[i], "person-years of every stratum");
      Require.notNegative(rates[i], "rates of every stratum");
      sum += personYears[i] * rates[i];
    }
    return Require.finite(sum, "expected events");
  }

  private static Interval likelihood(long observed) {
    double drop = Confidence.Z * Confidence.Z / 2;
    if (observed == 0) {
      return new Interval(0, drop);
    }
    double far = observed + 10 * Math.sqrt((double) observed) + 20;
    return new Interval(
        crossing(observed, (double) observed, 0, drop),
        crossing(observed, (double) observed, far, drop));
  }

  /** Where between a near and a far mean the log-likelihood has fallen by so much. */
  private static double crossing(long observed, double near, double far, double drop) {
    double inside = near;
    double outside = far;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      double fallen = observed * Math.log(observed / middle) - (observed - middle);
      if (fallen < drop) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return (inside + outside) / 2;
  }
}
