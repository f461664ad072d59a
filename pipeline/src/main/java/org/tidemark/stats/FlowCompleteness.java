package org.tidemark.stats;

/**
 * Completeness by the flow method: a case stays unknown to the registry for good if its patient
 * dies unregistered and the certificate does not name the cancer, and for the time being while its
 * patient lives unregistered. {@code C(T) = 1 - s(T) u(T) - sum over steps of (s(t-1) - s(t))
 * (u(t-1) + u(t)) / 2 (1 - q(t))}, with {@code s} the share alive at t after diagnosis, {@code u}
 * the share of those alive that is not registered, {@code q} the share of certificates at t that
 * name the cancer. Bullard J, Coleman MP, Robinson D, Lutz JM, Bell J, Peto J. Br J Cancer
 * 2000;82:1111-1116. doi:10.1054/bjoc.1999.1048
 *
 * <p>Where all are registered at once the completeness is 100 %; where nobody is and no certificate
 * names the cancer it is 0 %.
 *
 * @param completeness in percent, after the whole time
 * @param missing alive and not registered, percent of all cases
 * @param lost dead, never registered and not named on the certificate, percent of all cases
 */
public record FlowCompleteness(double completeness, double missing, double lost) {
  private static final double PERCENT = 100;

  /**
   * Completeness at the end of the last step.
   *
   * @param alive share of patients alive at the end of each step after diagnosis, falling
   * @param unregistered share of those alive that is not registered by then
   * @param named share of the certificates of those who died in the step that name the cancer
   */
  public static FlowCompleteness of(double[] alive, double[] unregistered, double[] named) {
    Require.that(
        alive.length > 0 && alive.length == unregistered.length && alive.length == named.length,
        "every step must have its three shares");
    double before = 1;
    double lost = 0;
    double waiting = 1;
    for (int t = 0; t < alive.length; t++) {
      for (double share : new double[] {alive[t], unregistered[t], named[t]}) {
        Require.that(share >= 0 && share <= 1, "shares must lie between 0 and 1");
      }
      Require.that(alive[t] <= before, "the share alive must not rise");
      // Who dies in a step waits on average as long as half of it.
      lost += (before - alive[t]) * (waiting + unregistered[t]) / 2 * (1 - named[t]);
      before = alive[t];
      waiting = unregistered[t];
    }
    double missing = before * waiting;
    return new FlowCompleteness(PERCENT * (1 - missing - lost), PERCENT * missing, PERCENT * lost);
  }
}
