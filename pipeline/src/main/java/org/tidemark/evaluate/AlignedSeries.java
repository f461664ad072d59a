package org.tidemark.evaluate;

import java.util.List;
import java.util.TreeMap;
import org.tidemark.stats.Answer;
import org.tidemark.stats.series.InterruptedSeries;

/**
 * The sums of several sites by period, over the periods in which all of them were observed: at the
 * edges the sites would change, and with them the level. Sites that start at different times are
 * laid over each other by periods since their own start.
 *
 * @param sums by number of period, or by periods since the start
 * @param start number of the first period with the programme
 * @param sites how many sites there are
 */
record AlignedSeries(TreeMap<Integer, SiteSum> sums, int start, int sites) {
  /** Sites by periods since their own start, the start 0. */
  static AlignedSeries byOwnStart(List<SitePanel.Site> sites) {
    return of(sites, 0, true);
  }

  /** Sites by calendar period. */
  static AlignedSeries byCalendar(List<SitePanel.Site> sites, int start) {
    return of(sites, start, false);
  }

  private static AlignedSeries of(List<SitePanel.Site> sites, int start, boolean own) {
    int from = Integer.MIN_VALUE;
    int to = Integer.MAX_VALUE;
    for (SitePanel.Site site : sites) {
      int shift = own ? Periods.number(site.part().start()) : 0;
      from = Math.max(from, site.sums().firstKey() - shift);
      to = Math.min(to, site.sums().lastKey() - shift);
    }
    TreeMap<Integer, SiteSum> sums = new TreeMap<>();
    for (SitePanel.Site site : sites) {
      int shift = own ? Periods.number(site.part().start()) : 0;
      for (int t = from; t <= to; t++) {
        SiteSum sum = site.sums().get(t + shift);
        if (sum != null) {
          sums.merge(t, sum, SiteSum::plus);
        }
      }
    }
    return new AlignedSeries(sums, start, sites.size());
  }

  /** The series of values. */
  Answer<InterruptedSeries> values(double per, int perYear, int harmonics) {
    return InterruptedSeries.of(
        times(),
        sums.values().stream().mapToDouble(s -> per * s.share()).toArray(),
        start,
        perYear,
        harmonics);
  }

  /** The series of numerators. */
  Answer<InterruptedSeries> counts(int perYear, int harmonics) {
    return InterruptedSeries.of(
        times(),
        sums.values().stream().mapToDouble(s -> s.pair()[0]).toArray(),
        start,
        perYear,
        harmonics);
  }

  double[] denominators() {
    return sums.values().stream().mapToDouble(s -> s.pair()[1]).toArray();
  }

  private int[] times() {
    return sums.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Periods observed from the start on, the last counted from it. */
  int reach() {
    return sums.isEmpty() ? -1 : sums.lastKey() - start;
  }
}
