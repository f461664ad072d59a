package org.tidemark.estimate;

import java.util.Map;
import java.util.Optional;
import org.tidemark.stats.CountChange;
import org.tidemark.stats.EstimateChange;

/**
 * The test that fits a kind of figure: counts by Skellam; shares by the error of both together;
 * estimates with a standard error by the normal distribution; rates of a count without one by the
 * counts behind them. A figure that one of two publications hides has none.
 *
 * @param name skellam, shares or normal
 * @param p two-sided, of no difference
 */
record FigureTest(String name, double p) {
  /** The test of two rows of one figure, cell by cell; empty where none fits. */
  static Optional<FigureTest> of(Map<String, String> before, Map<String, String> after) {
    if (!has(before, after, "value")) {
      return Optional.empty();
    }
    if (share(before) && share(after)) {
      return EstimateChange.ofShares(
              whole(before, "numerator"),
              whole(before, "denominator"),
              whole(after, "numerator"),
              whole(after, "denominator"))
          .figure()
          .map(change -> new FigureTest("shares", change.p()));
    }
    if (has(before, after, "se")) {
      EstimateChange change =
          EstimateChange.of(
              number(before, "value"),
              number(before, "se"),
              number(after, "value"),
              number(after, "se"));
      return Optional.of(new FigureTest("normal", change.p()));
    }
    return has(before, after, "cases")
        ? Optional.of(
            new FigureTest(
                "skellam", CountChange.of(whole(before, "cases"), whole(after, "cases")).p()))
        : Optional.empty();
  }

  /** A ratio of deaths to cases has two counts as well, but may exceed 1. */
  private static boolean share(Map<String, String> row) {
    return has(row, row, "denominator")
        && has(row, row, "numerator")
        && whole(row, "numerator") <= whole(row, "denominator");
  }

  private static boolean has(Map<String, String> before, Map<String, String> after, String column) {
    return !before.getOrDefault(column, "").isEmpty() && !after.getOrDefault(column, "").isEmpty();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static long whole(Map<String, String> row, String column) {
    return Math.round(number(row, column));
  }
}
