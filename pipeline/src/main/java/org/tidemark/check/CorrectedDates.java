package org.tidemark.check;

/**
 * Recognises dates that were made whole before they were sent. CanReg5 can write an unknown month
 * as 1 July and an unknown day as the 15th, and hands often write the first of a month, so that a
 * partial date arrives as an exact one. Of dates that were known, 12 in 365.25 fall on the first of
 * a month, as many on the 15th, and 1 in 365.25 on 1 July; where many more do, they stand for
 * months and years.
 *
 * @param exact dates of whole-day precision
 * @param firsts those on the first day of a month
 * @param fifteenths those on the 15th of a month
 * @param midYear those on 1 July
 */
public record CorrectedDates(long exact, long firsts, long fifteenths, long midYear) {
  /** Fewer dates than this are never called suspicious. */
  public static final long FEWEST = 20;

  private static final double ONE_DAY = 12 / 365.25;
  private static final double MID_YEAR = 1 / 365.25;

  /** Standard deviations beyond which chance is no explanation. */
  private static final double DEVIATIONS = 6;

  /** A surplus that is certain but smaller than this hardly moves a figure. */
  private static final double TIMES = 2;

  /** Checks that the parts are within the whole. */
  public CorrectedDates {
    if (midYear < 0 || midYear > firsts || fifteenths < 0 || firsts + fifteenths > exact) {
      throw new IllegalArgumentException("1 July is a first, and no first is a fifteenth");
    }
  }

  /** Dates on a day that seems to stand for an unknown one; 0 where none does. */
  public long days() {
    return (suspicious(firsts, ONE_DAY) ? firsts : 0)
        + (suspicious(fifteenths, ONE_DAY) ? fifteenths : 0);
  }

  /** Dates on 1 July where that seems to stand for an unknown month; 0 where it does not. */
  public long months() {
    return suspicious(midYear, MID_YEAR) ? midYear : 0;
  }

  private boolean suspicious(long count, double share) {
    double expected = exact * share;
    double deviation = Math.sqrt(expected * (1 - share));
    return count >= FEWEST && count > TIMES * expected && count > expected + DEVIATIONS * deviation;
  }
}
