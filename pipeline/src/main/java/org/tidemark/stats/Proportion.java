package org.tidemark.stats;

/**
 * A share of events among trials, with the score interval of Wilson EB. Probable inference, the law
 * of succession, and statistical inference. J Am Stat Assoc 1927;22:209-212.
 * doi:10.1080/01621459.1927.10502953
 *
 * <p>Limits: {@code (p + z^2/2n -/+ z sqrt(p (1-p)/n + z^2/4n^2)) / (1 + z^2/n)}, which stay inside
 * 0 to 1 and hold for small n and for shares near 0 and 1.
 *
 * @param events number of events
 * @param trials number of trials, above 0
 * @param share events over trials
 * @param wilson the score interval
 */
public record Proportion(long events, long trials, double share, Interval wilson) {
  /**
   * The share and its interval; insufficient without trials.
   *
   * @param events number of events, 0 up to the number of trials
   * @param trials number of trials
   */
  public static Answer<Proportion> of(long events, long trials) {
    Require.events(events, trials, "proportion");
    if (trials == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    double share = (double) events / trials;
    return Answer.given(
        new Proportion(events, trials, share, wilson(share, events, (double) trials)));
  }

  private static Interval wilson(double p, long events, double n) {
    double z2 = Confidence.Z * Confidence.Z;
    double centre = p + z2 / (2 * n);
    double half = Confidence.Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double scale = 1 + z2 / n;
    // At the ends one limit is the share itself; rounding must not move it past.
    double lower = events == 0 ? 0 : (centre - half) / scale;
    double upper = events == n ? 1 : (centre + half) / scale;
    return new Interval(Math.max(0, lower), Math.min(1, upper));
  }
}
