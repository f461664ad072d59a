package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.stats.IntervalTally;
import org.tidemark.stats.SurvivalTally;

/**
 * What a stratum holds beside its daily tally, as numbers; empty where no analysis asks for it.
 *
 * @param expected the expected survival by day
 * @param intervals tallies by intervals, in the order of the slice's kinds
 * @param kinds those kinds
 * @param lostDied what changes in the daily tally had those who were lost died that day
 * @param lostLived what changes had they lived on to the cut-off
 * @param unknownCauses deaths without a cause
 */
public record FollowUpExtras(
    long[] expected,
    List<long[]> intervals,
    List<String> kinds,
    long[] lostDied,
    long[] lostLived,
    long unknownCauses)
    implements Serializable {
  /** Numbers of nothing. */
  static final long[] NONE = {};

  /** Those of a stratum without persons, of the same kinds. */
  FollowUpExtras nobody() {
    return new FollowUpExtras(
        new long[expected.length],
        intervals.stream().map(IntervalTally::nobody).toList(),
        kinds,
        NONE,
        NONE,
        0);
  }

  /** Those of both strata. */
  FollowUpExtras plus(FollowUpExtras other) {
    List<long[]> sums = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      sums.add(IntervalTally.plus(intervals.get(i), other.intervals.get(i)));
    }
    long[] survivals = expected.clone();
    for (int i = 0; i < survivals.length; i++) {
      survivals[i] += other.expected[i];
    }
    return new FollowUpExtras(
        survivals,
        sums,
        kinds,
        plus(lostDied, other.lostDied),
        plus(lostLived, other.lostLived),
        unknownCauses + other.unknownCauses);
  }

  private static long[] plus(long[] a, long[] b) {
    if (a.length == 0 || b.length == 0) {
      return a.length == 0 ? b : a;
    }
    SurvivalTally sum = SurvivalTally.fromArray(a);
    sum.merge(SurvivalTally.fromArray(b));
    return sum.toArray();
  }

  /** The tally by intervals of a kind. */
  public IntervalTally intervals(String kind, int horizon) {
    return IntervalTally.fromArray(
        FollowUpBreaks.of(kind, horizon), intervals.get(kinds.indexOf(kind)));
  }
}
