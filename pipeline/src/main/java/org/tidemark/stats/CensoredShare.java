package org.tidemark.stats;

/**
 * The share still without the event at a time, of times of which some are right-censored, by the
 * product-limit estimator over a histogram: product of {@code 1 - d/n} over times up to it. Kaplan
 * EL, Meier P. J Am Stat Assoc 1958;53:457-481. doi:10.1080/01621459.1958.10501452. Standard error
 * of Greenwood, as {@link KaplanMeier}. Times censored at the same value as an event are at risk of
 * it.
 *
 * @param count number of times
 * @param events events up to the time
 * @param censoredBefore times that end unobserved before it
 * @param share the estimate
 * @param limits limits on the scale asked for; insufficient where nobody or everybody had the event
 */
public record CensoredShare(
    long count, long events, long censoredBefore, double share, Answer<Interval> limits) {
  /**
   * The share at a time; insufficient where nobody was observed that long and some were censored.
   *
   * @param times distinct times, rising, not negative
   * @param events events at each
   * @param all times of each value, events and censored
   * @param horizon the time asked for; an event at it counts
   * @param scale the scale of the limits
   */
  public static Answer<CensoredShare> at(
      int[] times, long[] events, long[] all, int horizon, LimitScale scale) {
    Require.that(
        times.length == events.length && times.length == all.length,
        "each time must have its events and its number");
    long count = 0;
    for (int i = 0; i < times.length; i++) {
      Require.events(events[i], all[i], "events at a time");
      Require.that(i == 0 || times[i - 1] < times[i], "times must rise");
      count += all[i];
    }
    return count == 0
        ? Answer.insufficient(Shortfall.NO_OBSERVATIONS)
        : walk(times, events, all, horizon, scale, count);
  }

  private static Answer<CensoredShare> walk(
      int[] times, long[] events, long[] all, int horizon, LimitScale scale, long count) {
    long atRisk = count;
    long lost = 0;
    long censored = 0;
    double share = 1;
    double variance = 0;
    for (int i = 0; i < times.length && times[i] <= horizon; i++) {
      long d = events[i];
      share *= (double) (atRisk - d) / atRisk;
      variance += d == 0 ? 0 : (double) d / ((double) atRisk * (atRisk - d));
      lost += d;
      censored += times[i] < horizon ? all[i] - d : 0;
      if (atRisk > d && atRisk == all[i] && times[i] < horizon) {
        return Answer.insufficient(Shortfall.FOLLOW_UP_TOO_SHORT);
      }
      atRisk -= all[i];
    }
    return Answer.given(
        new CensoredShare(count, lost, censored, share, limits(share, variance, scale)));
  }

  private static Answer<Interval> limits(double share, double variance, LimitScale scale) {
    return share <= 0 || share >= 1
        ? Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS)
        : scale.limits(share, Math.sqrt(variance)).map(l -> l.within(0, 1));
  }
}
