package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts of tumours by rule, source, area and year, on their way to {@code finding}, which has no
 * status to hide one under.
 *
 * <p>Where counts below a threshold may not be told, those of several years are told as one,
 * without a year; what is still too small then, without an area; and what is too small in the whole
 * source not at all.
 */
final class FindingCounts {
  static final String RULE = "rule";
  static final String AREA = "area";
  static final String PERIOD = "period";
  static final String COUNT = "count";

  private FindingCounts() {}

  /** The columns that counts are by. */
  static Column[] key() {
    return new Column[] {col(RULE), col("source"), col(AREA), col(PERIOD)};
  }

  /**
   * The counts that may be told.
   *
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  static Dataset<Row> told(Dataset<Row> counts, int threshold) {
    if (threshold == 0) {
      return counts;
    }
    Dataset<Row> told = counts;
    for (String column : List.of(PERIOD, AREA)) {
      Column small = col(COUNT).lt(threshold);
      told =
          told.withColumn(column, when(small, lit("")).otherwise(col(column)))
              .groupBy(key())
              .agg(sum(COUNT).as(COUNT));
    }
    return told.where(col(COUNT).geq(threshold));
  }
}
