package org.tidemark.tally;

import org.tidemark.derive.Cases;

/** The breaks of follow-up that an analysis names, in years since diagnosis. */
public final class FollowUpBreaks {
  private FollowUpBreaks() {}

  /**
   * Breaks from 0 to the end of the last whole interval within a horizon.
   *
   * @param kind monthly, quarterly or annual
   * @param horizon days
   */
  public static double[] of(String kind, int horizon) {
    int perYear =
        switch (kind) {
          case "monthly" -> 12;
          case "quarterly" -> 4;
          case "annual" -> 1;
          default -> throw new IllegalArgumentException("kind of intervals");
        };
    int years = Math.max(1, (int) Math.floor(horizon / Cases.YEAR_DAYS));
    double[] breaks = new double[years * perYear + 1];
    for (int k = 0; k < breaks.length; k++) {
      breaks[k] = (double) k / perYear;
    }
    return breaks;
  }
}
