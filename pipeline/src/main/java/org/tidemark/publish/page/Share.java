package org.tidemark.publish.page;

/** Shares of indicators and quality indices, whether a table holds them as 0.58 or as 58. */
final class Share {
  private Share() {}

  /** 100 where the rows hold proportions, 1 where they hold percentages. */
  static double factor(Rows rows) {
    return rows.shown().stream()
        .filter(row -> row.number("numerator") > 0 && row.number("denominator") > 0)
        .findFirst()
        .map(Share::factor)
        .orElse(1.0);
  }

  private static double factor(Row row) {
    double proportion = row.number("numerator") / row.number("denominator");
    double value = row.number("value");
    return Math.abs(value - proportion) < Math.abs(value - 100 * proportion) ? 100 : 1;
  }
}
