package org.tidemark.stats;

/**
 * Whether two estimates with standard errors differ by more than chance, by the normal
 * distribution: {@code (later - earlier) / sqrt(se1^2 + se2^2)}. Of two publications of the same
 * cases the errors are not independent and the difference is smaller than this allows for, so that
 * a small p is a jump. Altman DG, Bland JM. BMJ 2003;326:219. doi:10.1136/bmj.326.7382.219
 *
 * <p>Rates 30 (error 3) and 40 (error 4) differ by 10, z = 2, p = 0.046.
 *
 * @param difference the later less the earlier
 * @param p two-sided
 */
public record EstimateChange(double difference, double p) {
  /**
   * Compares two estimates in one unit.
   *
   * @param before the earlier
   * @param beforeError its standard error, not negative
   * @param after the later
   * @param afterError its standard error
   */
  public static EstimateChange of(
      double before, double beforeError, double after, double afterError) {
    Require.finite(before, "the earlier estimate");
    Require.finite(after, "the later estimate");
    Require.notNegative(beforeError, "the error of the earlier estimate");
    Require.notNegative(afterError, "the error of the later estimate");
    double difference = after - before;
    return new EstimateChange(
        difference, Tails.normal(difference, Math.hypot(beforeError, afterError)));
  }

  /**
   * Compares two shares, by the error of the share of both together.
   *
   * @param events of the earlier share
   * @param trials of the earlier share, above 0
   * @param laterEvents of the later share
   * @param laterTrials of the later share, above 0
   */
  public static Answer<EstimateChange> ofShares(
      long events, long trials, long laterEvents, long laterTrials) {
    Require.events(events, trials, "the earlier share");
    Require.events(laterEvents, laterTrials, "the later share");
    if (trials == 0 || laterTrials == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    double both = (double) (events + laterEvents) / (trials + laterTrials);
    double error = Math.sqrt(both * (1 - both) * (1.0 / trials + 1.0 / laterTrials));
    double difference = (double) laterEvents / laterTrials - (double) events / trials;
    return Answer.given(new EstimateChange(difference, Tails.normal(difference, error)));
  }
}
