package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.derive.SurvivalExclusion;

/**
 * The tumours that do not enter survival, counted by reason, source, area and year of incidence, as
 * rows of {@code finding}: rule {@code SURVIVAL-} and the reason's label.
 *
 * <p>Where counts below a threshold may not be told, those of several years are told as one,
 * without a year; what is still too small then, without an area; and what is too small in the whole
 * source not at all.
 */
public final class SurvivalExclusions {
  /** What the rules begin with. */
  public static final String RULE = "SURVIVAL-";

  private static final String COUNT = "count";
  private static final String REASON = "rule";
  private static final String PERIOD = "period";
  private static final String AREA = "area";
  private static final Column[] KEY = {col(REASON), col("source"), col(AREA), col(PERIOD)};

  private SurvivalExclusions() {}

  /**
   * Rows with the columns rule, source, area, period, count, severity.
   *
   * @param cases {@code derive}'s cases
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  public static Dataset<Row> of(Dataset<Row> cases, int threshold) {
    Dataset<Row> counts =
        cases
            .where(col(SurvivalExclusion.COLUMN).isNotNull())
            .select(
                col(SurvivalExclusion.COLUMN).as(REASON),
                col("source_id").as("source"),
                coalesce(col(AREA), lit("")).as(AREA),
                coalesce(col("year").cast("string"), lit("")).as(PERIOD))
            .groupBy(KEY)
            .agg(count(lit(1)).as(COUNT));
    return told(counts, threshold)
        .withColumn("severity", severity())
        .withColumn(REASON, concat(lit(RULE), col(REASON)));
  }

  private static Dataset<Row> told(Dataset<Row> counts, int threshold) {
    if (threshold == 0) {
      return counts;
    }
    Dataset<Row> told = counts;
    for (String column : List.of(PERIOD, AREA)) {
      Column small = col(COUNT).lt(threshold);
      told =
          told.withColumn(column, when(small, lit("")).otherwise(col(column)))
              .groupBy(KEY)
              .agg(sum(COUNT).as(COUNT));
    }
    return told.where(col(COUNT).geq(threshold));
  }

  private static Column severity() {
    Column severity = lit(null).cast("string");
    for (SurvivalExclusion reason : SurvivalExclusion.values()) {
      severity = when(col(REASON).equalTo(reason.label()), reason.severity()).otherwise(severity);
    }
    return severity;
  }
}
