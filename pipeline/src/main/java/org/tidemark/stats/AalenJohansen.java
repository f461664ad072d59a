package org.tidemark.stats;

/**
 * The cumulative incidence of death of a cause where other causes compete: at each time the events
 * of the cause over those at risk, times the share still free of any event just before it. Aalen
 * OO, Johansen S. An empirical transition matrix for non-homogeneous Markov chains based on
 * censored observations. Scand J Stat 1978;5:141-150. https://www.jstor.org/stable/4615704
 *
 * <p>The variance of the share of d events among n is {@code d/n^2 (1 - (d - 1)/(n - 1))}, and what
 * an event does to the later curve follows Aalen OO. Nonparametric estimation of partial transition
 * probabilities in multiple decrement models. Ann Stat 1978;6:534-545. doi:10.1214/aos/1176344198
 *
 * <p>Example: of 4 persons one dies of the cancer at 1, one of another cause at 2, one of the
 * cancer at 3: F = 1/4, 1/4, 1/4 + 1/2 * 1/2 = 1/2.
 */
public final class AalenJohansen {
  private AalenJohansen() {}

  /** The cumulative incidence of the cause of a table; a table without persons has none. */
  public static Answer<CrudeCurve> estimate(EventTable table) {
    int n = table.times().length;
    if (n == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    double[] probability = new double[n];
    CrudeCurve.Influence influence =
        new CrudeCurve.Influence(new double[n], new double[n], new double[n], new double[n]);
    double free = 1;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double atRisk = table.atRisk()[i];
      long events = table.events()[i];
      long competing = table.competing()[i];
      double left = free * (atRisk - events - competing) / atRisk;
      sum += free * events / atRisk;
      probability[i] = sum;
      influence.own()[i] = free;
      // When nobody is left the curve ends here: there is no later part to take back.
      influence.ratio()[i] = left > 0 ? free / left : 0;
      influence.ownVariance()[i] = variance(events, atRisk);
      influence.otherVariance()[i] = variance(competing, atRisk);
      free = left;
    }
    return Answer.given(CrudeCurve.of(table.times(), table.atRisk(), probability, influence));
  }

  private static double variance(long events, double atRisk) {
    double ties = events > 1 ? 1 - (events - 1) / (atRisk - 1) : 1;
    return events * ties / (atRisk * atRisk);
  }
}
