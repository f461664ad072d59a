package org.tidemark.check;

/**
 * Recognises dates that were made whole before they were sent. CanReg5 can write an unknown day as
 * 01 and an unknown month as 07, so that a partial date arrives as an exact one. Of dates that were
 * known, 12 in 365.25 fall on the first of a month and 1 in 365.25 on 1 July; where many more do,
 * they stand for months and years.
 *
 * @param exact dates of whole-day precision
 * @param firsts those on the first day of a month
 * @param midYear those on 1 July
 */
public record CorrectedDates(long exact, long firsts, long midYear) {
  /** Fewer dates than this are never called suspicious. */
  public static final long FEWEST = 20;

  private static final double FIRSTS = 12 / 365.25;
  private static final double MID_YEAR = 1 / 365.25;

  /** Standard deviations beyond which chance is no explanation. */
  private static final double DEVIATIONS = 6;

  /** A surplus that is certain but smaller than this hardly moves a figure. */
  private static final double TIMES = 2;

  /** Checks that the parts are within the whole. */
  public CorrectedDates {
    if (midYear < 0 || midYear > firsts || firsts > exact) {
      throw new IllegalArgumentException("1 July is a first of a month, and that a date");
    }
  }

  /** Whether unknown days seem to have been written as the first of the month. */
  public boolean daysCorrected() {
    return suspicious(firsts, FIRSTS);
  }

  /** Whether unknown months seem to have been written as 1 July. */
  public boolean monthsCorrected() {
    return suspicious(midYear, MID_YEAR);
  }

  private boolean suspicious(long count, double share) {
    double expected = exact * share;
    double deviation = Math.sqrt(expected * (1 - share));
    return count >= FEWEST && count > TIMES * expected && count > expected + DEVIATIONS * deviation;
  }
}
