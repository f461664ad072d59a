package org.tidemark.stats;

import java.util.Arrays;

/**
 * The crude probabilities of death from the cancer and from other causes, without causes of death:
 * the excess deaths of each day, and the deaths expected of those at risk, over the number at risk,
 * times the observed survival just before. Cronin KA, Feuer EJ. Cumulative cause-specific mortality
 * for cancer patients in the presence of other causes: a crude analogue of relative survival. Stat
 * Med 2000;19:1729-1740.
 *
 * <p>Expected deaths are of exact ages: a birthday inside a day splits it. Both change on days on
 * which a follow-up ends, and their sum is 1 less the observed survival. A death moves the later
 * curves as {@link CrudeCurve} says.
 */
public final class CroninFeuer {
  private final DailySums sums;
  private final int whole;
  private final double[] times;

  private CroninFeuer(DailySums sums, double until) {
    this.sums = sums;
    this.whole = (int) Math.min(sums.last, Math.floor(until));
    boolean part = until > whole && whole < sums.last;
    this.times = new double[whole + (part ? 1 : 0)];
    Arrays.setAll(times, i -> i < whole ? i + 1 : until);
  }

  /**
   * The probability of death from the cancer, by days since diagnosis.
   *
   * @param tally the follow-up
   * @param until where follow-up is cut, days: the deaths expected in the part of a day that leads
   *     there count, as if all who are still at risk were last seen then
   */
  public static Answer<CrudeCurve> cancer(SurvivalTally tally, double until) {
    return of(tally).map(sums -> new CroninFeuer(sums, until).curve(true));
  }

  /** The probability of death from other causes; as {@link #cancer}. */
  public static Answer<CrudeCurve> other(SurvivalTally tally, double until) {
    return of(tally).map(sums -> new CroninFeuer(sums, until).curve(false));
  }

  private static Answer<DailySums> of(SurvivalTally tally) {
    DailySums sums = DailySums.of(tally);
    if (sums.last == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    return sums.weightedUpTo(sums.last).map(day -> sums);
  }

  private CrudeCurve curve(boolean cancer) {
    int n = times.length;
    double[] probability = new double[n];
    double[] own = new double[n];
    double[] ratio = new double[n];
    double[] variance = new double[n];
    long[] atRisk = new long[n];
    Arrays.fill(ratio, 1);
    double free = 1;
    double sum = 0;
    double expected = 0;
    for (int t = 1; t <= n; t++) {
      boolean cut = t > whole;
      long deaths = cut ? 0 : sums.deaths[t];
      expected += sums.exactlyExpected[t] * (cut ? times[t - 1] - whole : 1);
      atRisk[t - 1] = sums.atRisk[t];
      if (cut || sums.exits[t]) {
        sum += free * (cancer ? deaths - expected : expected) / sums.atRisk[t];
        expected = 0;
      }
      free *= 1 - (double) deaths / sums.atRisk[t];
      probability[t - 1] = sum;
      own[t - 1] = free;
      variance[t - 1] = deaths / ((double) sums.atRisk[t] * sums.atRisk[t]);
    }
    double[] none = new double[n];
    return CrudeCurve.of(
        times,
        atRisk,
        probability,
        cancer
            ? new CrudeCurve.Influence(own, ratio, variance, none)
            : new CrudeCurve.Influence(own, ratio, none, variance));
  }
}
