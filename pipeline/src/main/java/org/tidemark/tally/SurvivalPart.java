package org.tidemark.tally;

import java.io.Serializable;
import org.tidemark.stats.SurvivalTally;

/**
 * A survival tally on its way between tasks, with the calendar years of diagnosis it covers.
 *
 * @param numbers the tally as numbers
 * @param yearFrom first year of diagnosis
 * @param yearTo last year of diagnosis
 */
public record SurvivalPart(long[] numbers, int yearFrom, int yearTo) implements Serializable {
  /** The cases of both. */
  public SurvivalPart plus(SurvivalPart other) {
    SurvivalTally sum = tally();
    sum.merge(other.tally());
    return new SurvivalPart(
        sum.toArray(), Math.min(yearFrom, other.yearFrom), Math.max(yearTo, other.yearTo));
  }

  /** The tally itself. */
  public SurvivalTally tally() {
    return SurvivalTally.fromArray(numbers);
  }

  /** Calendar years of diagnosis, {@code 2019} or {@code 2015-2019}. */
  public String period() {
    return yearFrom == yearTo ? Integer.toString(yearFrom) : yearFrom + "-" + yearTo;
  }
}
