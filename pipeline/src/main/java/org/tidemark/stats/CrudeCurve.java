package org.tidemark.stats;

/**
 * The probability of having died of a cause by a time, in a world in which the other causes act
 * too, and the years that it takes. Built by {@link AalenJohansen} and {@link CroninFeuer}, which
 * cite their papers.
 *
 * <p>With F the probability, an event at u of size 1/n moves F(t) by {@code own(u) - r(u) (F(t) -
 * F(u))} if it is of the cause, and by {@code -r(u) (F(t) - F(u))} if it is not; the variance of
 * F(t) sums the squares over the events, each times the variance of its event's share. Years lost
 * are the area under F, {@code L(t)}; theirs is the same sum over the areas {@code own(u) (t - u) -
 * r(u) (L(t) - L(u) - (t - u) F(u))}. Andersen PK. Decomposition of number of life years lost
 * according to causes of death. Stat Med 2013;32:5278-5285. doi:10.1002/sim.5903
 */
public final class CrudeCurve {
  private final double[] times;
  private final long[] atRisk;
  private final double[] probability;
  private final double[] area;
  private final Influence influence;

  /**
   * What an event at each time does to the curve behind it.
   *
   * @param own change of the curve by an event of the cause
   * @param ratio how much of the later curve an event takes back
   * @param ownVariance variance of the share of events of the cause
   * @param otherVariance variance of the share of events of other causes
   */
  record Influence(double[] own, double[] ratio, double[] ownVariance, double[] otherVariance) {}

  private CrudeCurve(double[] times, long[] atRisk, double[] probability, Influence influence) {
    this.times = times;
    this.atRisk = atRisk;
    this.probability = probability;
    this.influence = influence;
    this.area = new double[times.length];
    for (int i = 1; i < times.length; i++) {
      area[i] = area[i - 1] + probability[i - 1] * (times[i] - times[i - 1]);
    }
  }

  /** A curve that is 0 before the first of its times. */
  static CrudeCurve of(double[] times, long[] atRisk, double[] probability, Influence influence) {
    Require.that(times.length > 0, "a curve needs a time at which somebody is at risk");
    return new CrudeCurve(times, atRisk, probability, influence);
  }

  /**
   * The probability of having died of the cause by a time.
   *
   * @param time in the unit of the event table
   * @param scale the scale of the limits
   */
  public Answer<CrudePoint> at(double time, LimitScale scale) {
    return upTo(time).map(last -> probability(time, last, scale));
  }

  /**
   * What the cause takes from a person before a time, in the unit of the times.
   *
   * @param time in the unit of the times
   * @param scale the scale of the limits
   */
  public Answer<CrudePoint> lost(double time, LimitScale scale) {
    return upTo(time).map(last -> area(time, last, scale));
  }

  private CrudePoint probability(double time, int last, LimitScale scale) {
    double value = last < 0 ? 0 : probability[last];
    double variance = 0;
    for (int u = 0; u <= last; u++) {
      variance += term(u, influence.own[u], influence.ratio[u] * (value - probability[u]));
    }
    return CrudePoint.of(time, atRisk[Math.max(0, last)], value, Math.sqrt(variance), scale);
  }

  private CrudePoint area(double time, int last, LimitScale scale) {
    double value = last < 0 ? 0 : area[last] + probability[last] * (time - times[last]);
    double variance = 0;
    for (int u = 0; u <= last; u++) {
      double rest = time - times[u];
      double later = influence.ratio[u] * (value - area[u] - rest * probability[u]);
      variance += term(u, influence.own[u] * rest, later);
    }
    return CrudePoint.of(time, atRisk[Math.max(0, last)], value, Math.sqrt(variance), scale);
  }

  private double term(int u, double own, double later) {
    return influence.ownVariance[u] * (own - later) * (own - later)
        + influence.otherVariance[u] * later * later;
  }

  /** The last of the times at or before a time up to which somebody was followed; -1: none. */
  private Answer<Integer> upTo(double time) {
    Require.notNegative(time, "time of a curve");
    if (time > times[times.length - 1]) {
      return Answer.insufficient(Shortfall.FOLLOW_UP_TOO_SHORT);
    }
    int found = java.util.Arrays.binarySearch(times, time);
    return Answer.given(found >= 0 ? found : -found - 2);
  }
}
