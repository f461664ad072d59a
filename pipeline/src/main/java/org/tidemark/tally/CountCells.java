package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.model.AgeGroup;

/**
 * Cells of counts that were sent by age band, in the form of {@link CaseCells}, so that rates of
 * deaths and of counted cases are those of tumours. An open band makes its group the last one; a
 * band that no five-year group holds has cases of unknown age; a row of all ages stands where the
 * others of its cell count nobody, and is a total beside them elsewhere.
 */
public final class CountCells {
  /** Index of the open last group of the counts; null where they end with 85 and over. */
  public static final String OPEN = "case_open_group";

  /** The groups, unknown age, all ages. */
  private static final int LENGTH = AgeGroup.COUNT + 2;

  private static final String WITH_TOTAL = "with_total";

  /** Where a row's band lies: a group, unknown, or all ages. */
  private static final String INDEX =
      """
      CASE WHEN age_lower IS NULL THEN 18
           WHEN age_lower = 0 AND age_upper IS NULL THEN 19
           WHEN age_upper IS NULL AND age_lower % 5 = 0 THEN least(age_lower DIV 5, 17)
           WHEN age_lower >= 85 THEN 17
           WHEN age_lower DIV 5 = age_upper DIV 5 THEN age_lower DIV 5
           ELSE 18 END\
      """;

  private CountCells() {}

  /** The cells of rows in the form that {@code derive} gives counts. */
  public static Dataset<Row> of(Dataset<Row> rows) {
    Column[] keys = {
      col("grouping"), col("cancer"), col("source_id"), col("area"), col("sex"), col("year")
    };
    String known = "aggregate(slice(%s, 1, 19), 0L, (a, b) -> a + b)".formatted(WITH_TOTAL);
    return rows.withColumn("age_index", expr(INDEX).cast("int"))
        .groupBy(keys)
        .agg(
            Vectors.byIndex("age_index", col("n"), LENGTH).as(WITH_TOTAL),
            min(expr("IF(age_upper IS NULL AND age_index BETWEEN 1 AND 16, age_index, NULL)"))
                .cast("int")
                .as(OPEN))
        .withColumn(
            CaseCells.CASES,
            expr(
                "IF(%s > 0, slice(%s, 1, 19), concat(slice(%s, 1, 18), array(element_at(%s, 20))))"
                    .formatted(known, WITH_TOTAL, WITH_TOTAL, WITH_TOTAL)))
        .drop(WITH_TOTAL);
  }

  /** Cells of tumours, which end with 85 and over, with the columns of these. */
  static Dataset<Row> ofTumours(Dataset<Row> cells) {
    return cells.select(
        col("grouping"),
        col("cancer"),
        col("source_id"),
        col("area"),
        col("sex"),
        col("year"),
        lit(null).cast("int").as(OPEN),
        col(CaseCells.CASES));
  }

  /** The rows whose age band no five-year group holds, by source, area and year. */
  public static Dataset<Row> withoutGroup(Dataset<Row> rows) {
    return rows.where("grouping = '' AND age_lower IS NOT NULL AND (" + INDEX + ") = 18")
        .select("source_id", "area", "year", "n");
  }
}
