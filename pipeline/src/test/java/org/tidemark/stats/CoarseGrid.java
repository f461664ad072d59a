package org.tidemark.stats;

/**
 * The Pohar Perme estimator on the times that relsurv takes where it is not told to take every day:
 * those on which a follow-up ends, and perhaps the times that a figure is asked for. Of an interval
 * longer than a day relsurv takes running sums over its days in place of each day's own.
 *
 * <p>A time that is asked for cuts a day; sums inside a day lie between those at its ends.
 */
final class CoarseGrid {
  private final DailySums sums;
  private final double[] asked;
  private double net;
  private double hazard;
  private double variance;
  private int next;

  private CoarseGrid(DailySums sums, double[] asked) {
    this.sums = sums;
    this.asked = asked;
    this.net = 1;
  }

  /**
   * The survival, and the standard error of its logarithm, at the last of the grid's times up to a
   * day.
   *
   * @param asked times in days that are part of the grid; may be none
   */
  static double[] at(
      SurvivalTally tally, double[] asked, double days, PoharPerme.Transform transform) {
    CoarseGrid grid = new CoarseGrid(DailySums.of(tally), asked);
    double from = 0;
    for (double to = grid.after(0); to <= days; to = grid.after(from)) {
      grid.interval(from, to);
      from = to;
    }
    double survival =
        transform == PoharPerme.Transform.KAPLAN_MEIER ? grid.net : Math.exp(-grid.hazard);
    return new double[] {survival, Math.sqrt(grid.variance)};
  }

  /** The next time of the grid. */
  private double after(double time) {
    int day = (int) Math.floor(time) + 1;
    while (day <= sums.last && !sums.exits[day]) {
      day++;
    }
    if (next < asked.length && asked[next] < day) {
      return asked[next++];
    }
    return day <= sums.last ? day : Double.POSITIVE_INFINITY;
  }

  private void interval(double from, double to) {
    double[] running = new double[4];
    double population = 0;
    for (double at = from; at < to; at = Math.min(to, at + 1)) {
      double end = Math.min(to, at + 1);
      running[0] += between(sums.hazardBefore, sums.hazardAfter, at, true);
      running[1] += between(sums.weightBefore, sums.weightAfter, at, true);
      running[2] += between(sums.hazardBefore, sums.hazardAfter, end, false);
      running[3] += between(sums.weightBefore, sums.weightAfter, end, false);
      population += (end - at) * (running[0] / running[1] + running[2] / running[3]) / 2;
    }
    boolean whole = to == Math.rint(to);
    double weight = whole ? sums.weightAfter[(int) to] : 1;
    double deaths = whole ? sums.deathWeight[(int) to] / weight : 0;
    variance += whole ? sums.deathSquare[(int) to] / (weight * weight) : 0;
    net *= 1 - (deaths - population);
    hazard += deaths - population;
  }

  /** A sum at a time inside a day, or at the end of a day that is going to begin or has ended. */
  private static double between(double[] before, double[] after, double time, boolean begins) {
    double floor = Math.floor(time);
    boolean whole = floor == time;
    int day = (int) floor + (whole && !begins ? 0 : 1);
    double part = whole ? (begins ? 0 : 1) : time - floor;
    return before[day] * Math.pow(after[day] / before[day], part);
  }
}
