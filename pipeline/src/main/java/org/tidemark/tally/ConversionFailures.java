package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.translate;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.derive.Classification;

/**
 * The tumours that have no ICD-10 code, malignant or not, counted by reason, source, area and year
 * of incidence, as rows of {@code finding}: rule {@code ICD10-} and the reason's label. Only where
 * a grouping asks for the code. Small counts are told as {@link FindingCounts} says.
 */
public final class ConversionFailures {
  /** What the rules begin with. */
  public static final String RULE = "ICD10-";

  private ConversionFailures() {}

  /**
   * Rows with the columns rule, source, area, period, count, severity.
   *
   * @param cells {@link CaseCells}
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  public static Dataset<Row> of(Dataset<Row> cells, int threshold) {
    Dataset<Row> counts =
        cells
            .where(col("grouping").equalTo(Classification.NOT_CONVERTED))
            .select(
                concat(lit(RULE), translate(lower(col("cancer")), "_", "-")).as(FindingCounts.RULE),
                col("source_id").as("source"),
                col(FindingCounts.AREA),
                coalesce(col("year").cast("string"), lit("")).as(FindingCounts.PERIOD),
                expr("aggregate(%s, 0L, (a, n) -> a + n)".formatted(CaseCells.CASES)).as("n"))
            .groupBy(FindingCounts.key())
            .agg(sum("n").as(FindingCounts.COUNT));
    return FindingCounts.told(counts, threshold).withColumn("severity", lit("query"));
  }
}
