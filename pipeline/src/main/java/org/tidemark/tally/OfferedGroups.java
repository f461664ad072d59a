package org.tidemark.tally;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which cancer groups an area sends that sends counts; an area of records offers all. */
final class OfferedGroups {
  private static final Column BY_COUNT = col("by_count");
  private static final Column SENT = col("sent");

  private final Dataset<Row> areas;
  private final Dataset<Row> groups;

  private OfferedGroups(Dataset<Row> areas, Dataset<Row> groups) {
    this.areas = areas;
    this.groups = groups;
  }

  static OfferedGroups of(Dataset<Row> counts) {
    return new OfferedGroups(
        counts.select(col("area"), lit(true).as("by_count")).distinct(),
        counts.select(col("area"), col("cancer"), lit(true).as("sent")).distinct());
  }

  /** The rows of an area and a cancer that are offered. */
  Dataset<Row> among(Dataset<Row> rows) {
    return rows.join(broadcast(areas), new String[] {"area"}, "left")
        .join(broadcast(groups), new String[] {"area", "cancer"}, "left")
        .where(BY_COUNT.isNull().or(SENT.isNotNull()))
        .drop("by_count", "sent");
  }
}
