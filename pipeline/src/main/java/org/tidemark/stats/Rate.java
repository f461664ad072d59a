package org.tidemark.stats;

/**
 * Events over person-time, per 100,000: {@code 1e5 * events / personYears}. Serves crude and
 * age-specific rates. Whether cases of unknown age count among the events is the caller's to say: a
 * crude rate includes them, an age-specific rate cannot. Boyle P, Parkin DM, in Cancer
 * Registration: Principles and Methods, IARC Scientific Publications 95, Lyon 1991, chapter 11.
 * Exact limits: Garwood F. Biometrika 1936;28:437-442. doi:10.1093/biomet/28.3-4.437
 *
 * <p>Ten events in 50,000 person-years are 20, from 9.6 to 36.8.
 *
 * @param events number of events
 * @param personYears person-years at risk
 * @param per100k the rate per 100,000 person-years
 * @param exact exact Poisson limits, see {@link PoissonInterval#exact}
 * @param byar Byar's limits, see {@link PoissonInterval#byar}
 */
public record Rate(long events, double personYears, double per100k, Interval exact, Interval byar) {
  /** Person-years that published rates refer to. */
  public static final double PER = 100_000;

  /**
   * The rate with its limits; insufficient without person-years.
   *
   * @param events number of events, not negative
   * @param personYears person-years, 0 or more; less than a millionth is none
   */
  public static Answer<Rate> of(long events, double personYears) {
    Require.notNegative(events, "events of a rate");
    double years = AgeSpecificCounts.counted(personYears);
    if (years == 0) {
      return Answer.insufficient(
          events == 0 ? Shortfall.NO_PERSON_YEARS : Shortfall.CASES_WITHOUT_PERSON_YEARS);
    }
    double unit = PER / years;
    return Answer.given(
        new Rate(
            events,
            years,
            events * unit,
            PoissonInterval.exact(events).scaled(unit),
            PoissonInterval.byar(events).scaled(unit)));
  }
}
