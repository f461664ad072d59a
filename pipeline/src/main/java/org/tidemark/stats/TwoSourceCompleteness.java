package org.tidemark.stats;

/**
 * How many cases there are, by two sources that find them independently of each other: {@code N =
 * (n1 + 1)(n2 + 1)/(m + 1) - 1} with variance {@code (n1 + 1)(n2 + 1)(n1 - m)(n2 - m) / ((m + 1)^2
 * (m + 2))}. Chapman DG. Univ Calif Publ Stat 1951;1:131-160; Seber GAF. Biometrika 1970;57:313-318
 * (the variance). doi:10.1093/biomet/57.2.313. Of completeness: Brenner H, Stegmaier C, Ziegler H.
 * J Epidemiol Community Health 1995;49:426-430. doi:10.1136/jech.49.4.426
 *
 * <p>Sources of 200 and 150 cases that share 120 make 250 (249.8), of which 230 are registered: 92
 * %.
 *
 * @param registered cases that either source found
 * @param estimate of all cases, never fewer
 * @param error its standard error
 * @param limits normal, cut at the cases that are known
 * @param completeness registered over estimated, in percent
 * @param completenessLimits the same over the limits
 */
public record TwoSourceCompleteness(
    long registered,
    double estimate,
    double error,
    Interval limits,
    double completeness,
    Interval completenessLimits) {
  private static final double PERCENT = 100;

  /**
   * The estimate; insufficient where no source found anybody.
   *
   * @param first cases that the first source found
   * @param second cases that the second source found
   * @param both cases that both found
   */
  public static Answer<TwoSourceCompleteness> of(long first, long second, long both) {
    Require.that(
        both >= 0 && first >= both && second >= both, "cases of both sources must be in each");
    long registered = first + second - both;
    if (registered == 0) {
      return Answer.insufficient(Shortfall.NO_CASES);
    }
    double product = (first + 1.0) * (second + 1.0);
    double estimate = Math.max(registered, product / (both + 1.0) - 1);
    double missed = (double) (first - both) * (second - both);
    double error = Math.sqrt(product * missed / ((both + 1.0) * (both + 1.0) * (both + 2.0)));
    Interval limits = Interval.normal(estimate, error).within(registered, Double.MAX_VALUE);
    return Answer.given(
        new TwoSourceCompleteness(
            registered,
            estimate,
            error,
            limits,
            PERCENT * registered / estimate,
            new Interval(
                PERCENT * registered / limits.upper(), PERCENT * registered / limits.lower())));
  }
}
