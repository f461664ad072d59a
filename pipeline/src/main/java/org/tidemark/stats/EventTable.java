package org.tidemark.stats;

/**
 * What happened at each time of a follow-up: the numbers at risk just before it, the events of one
 * cause and those of all others. Tables of the same times add up; the order of persons is no
 * matter.
 *
 * @param times strictly increasing, in any unit
 * @param atRisk persons at risk at each time, the exits of that time included
 * @param events events of the cause asked about
 * @param competing events of any other cause, none where causes are not told apart
 */
public record EventTable(double[] times, long[] atRisk, long[] events, long[] competing) {
  /** Refuses arrays that differ in length, times that do not increase, more events than persons. */
  public EventTable {
    Require.that(
        times.length == atRisk.length
            && times.length == events.length
            && times.length == competing.length,
        "each time of an event table must have its numbers");
    for (int i = 0; i < times.length; i++) {
      Require.that(i == 0 || times[i - 1] < times[i], "times of an event table must increase");
      Require.events(events[i] + competing[i], atRisk[i], "events of a time and persons at risk");
    }
  }

  /**
   * The deaths of a tally by day: those of the cancer and all others.
   *
   * @param tally a tally whose deaths of the cancer were counted
   */
  public static EventTable byCause(SurvivalTally tally) {
    DailySums sums = DailySums.of(tally);
    double[] days = new double[sums.last];
    long[] atRisk = new long[sums.last];
    long[] ofCancer = new long[sums.last];
    long[] others = new long[sums.last];
    for (int t = 1; t <= sums.last; t++) {
      days[t - 1] = t;
      atRisk[t - 1] = sums.atRisk[t];
      ofCancer[t - 1] = tally.deathsOfCancer(t);
      others[t - 1] = sums.deaths[t] - ofCancer[t - 1];
    }
    return new EventTable(days, atRisk, ofCancer, others);
  }
}
