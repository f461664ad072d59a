package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;
import org.tidemark.derive.SurvivalExclusion;

/**
 * The tumours that do not enter survival, counted by reason, source, area and year of incidence, as
 * rows of {@code finding}: rule {@code SURVIVAL-} and the reason's label. Small counts are told as
 * {@link FindingCounts} says.
 */
public final class SurvivalExclusions {
  /** What the rules begin with. */
  public static final String RULE = "SURVIVAL-";

  private static final String REASON = FindingCounts.RULE;

  private SurvivalExclusions() {}

  /** The tumours that enter no analysis, with {@link #of(Dataset, List, int)}'s columns. */
  public static Dataset<Row> of(Dataset<Row> cases, int threshold) {
    return of(cases, List.of(), threshold);
  }

  /**
   * Rows with the columns rule, source, area, period, count, severity.
   *
   * @param cases {@code derive}'s cases
   * @param analyses the survival analyses; whom any of them excludes is counted too, once
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  public static Dataset<Row> of(
      Dataset<Row> cases, List<Analyses.Survival> analyses, int threshold) {
    Column reason = reason(FollowUpStrata.excluded(analyses));
    Dataset<Row> counts =
        cases
            .where(reason.isNotNull())
            .select(
                reason.as(REASON),
                col("source_id").as("source"),
                coalesce(col(FindingCounts.AREA), lit("")).as(FindingCounts.AREA),
                coalesce(col("year").cast("string"), lit("")).as(FindingCounts.PERIOD))
            .groupBy(FindingCounts.key())
            .agg(count(lit(1)).as(FindingCounts.COUNT));
    return FindingCounts.told(counts, threshold)
        .withColumn("severity", severity())
        .withColumn(REASON, concat(lit(RULE), col(REASON)));
  }

  private static Column reason(Set<String> asked) {
    Column usual = col(SurvivalExclusion.COLUMN);
    return asked.isEmpty()
        ? usual
        : coalesce(
            usual,
            expr("nullif(split_part(trim(" + SurvivalExclusion.flags(asked) + "), ' ', 1), '')"));
  }

  private static Column severity() {
    Column severity = lit(null).cast("string");
    for (SurvivalExclusion reason : SurvivalExclusion.values()) {
      severity = when(col(REASON).equalTo(reason.label()), reason.severity()).otherwise(severity);
    }
    return severity;
  }
}
