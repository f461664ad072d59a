package org.tidemark.tally;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.stats.SurvivalTally;

/**
 * A survival tally on its way between tasks, with the calendar years of diagnosis it covers and the
 * cases that did not enter it.
 *
 * @param numbers the tally as numbers
 * @param yearFrom first year of diagnosis of a case that entered
 * @param yearTo last year of diagnosis of a case that entered
 * @param excluded cases that did not enter, by {@link SurvivalExclusion}
 * @param more what only some methods need
 */
public record SurvivalPart(
    long[] numbers, int yearFrom, int yearTo, long[] excluded, FollowUpExtras more)
    implements Serializable {
  /** First and last year of diagnosis where nobody entered. */
  static final int[] NO_YEARS = {Integer.MAX_VALUE, Integer.MIN_VALUE};

  /** The cases of both. */
  public SurvivalPart plus(SurvivalPart other) {
    SurvivalTally sum = tally();
    sum.merge(other.tally());
    long[] left = new long[excluded.length];
    Arrays.setAll(left, i -> excluded[i] + other.excluded[i]);
    return new SurvivalPart(
        sum.toArray(),
        Math.min(yearFrom, other.yearFrom),
        Math.max(yearTo, other.yearTo),
        left,
        more.plus(other.more));
  }

  /** The cases that did not enter, by the label of their reason; reasons of nobody are absent. */
  public Map<String, Long> reasons() {
    Map<String, Long> reasons = new LinkedHashMap<>();
    for (SurvivalExclusion reason : SurvivalExclusion.values()) {
      if (excluded[reason.ordinal()] > 0) {
        reasons.put(reason.label(), excluded[reason.ordinal()]);
      }
    }
    return reasons;
  }

  /** Whether nobody entered the tally. */
  public boolean isEmpty() {
    return yearFrom > yearTo;
  }

  /** The tally itself. */
  public SurvivalTally tally() {
    return SurvivalTally.fromArray(numbers);
  }

  /** Calendar years of diagnosis, {@code 2019} or {@code 2015-2019}. */
  public String period() {
    return period(yearFrom, yearTo);
  }

  /** Calendar years as a period is written. */
  public static String period(int from, int to) {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }

  /** A stratum of nobody that has what this one has. */
  public SurvivalPart nobody() {
    return new SurvivalPart(
        SurvivalTally.empty(tally().horizon()).toArray(),
        NO_YEARS[0],
        NO_YEARS[1],
        new long[excluded.length],
        more.nobody());
  }
}
