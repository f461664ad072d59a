package org.tidemark.publish.page;

import java.util.Optional;

/** Picks the row of an indicator that speaks for the programme. */
final class IndicatorRows {
  private final Rows rows;

  private IndicatorRows(Rows rows) {
    this.rows = rows;
  }

  static IndicatorRows of(Reading reading) {
    return new IndicatorRows(reading.table("indicator").where("stratum", ""));
  }

  /** Rows of one statistic at the widest level that was published. */
  Rows widest(String indicator, String statistic) {
    return rows.where("indicator", indicator)
        .where("statistic", statistic)
        .prefer("level", "programme", "country", "area", "site");
  }

  /** The newest figure of one statistic, if there is any. */
  Optional<Row> newest(String indicator, String statistic) {
    Rows latest = widest(indicator, statistic).shown().latest();
    return latest.top("denominator").or(() -> latest.stream().findFirst());
  }

  /** The same statistic's companion in the unit and period of a row. */
  Optional<Row> beside(Row row, String indicator, String statistic) {
    return rows
        .where("indicator", indicator)
        .where("statistic", statistic)
        .where("level", row.text("level"))
        .where("unit_id", row.text("unit_id"))
        .where("period", row.text("period"))
        .shown()
        .stream()
        .findFirst();
  }
}
