package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.derive.CountedRows;

/**
 * Which deaths and counted cases do not enter a rate as they were sent, as rows of {@code finding}:
 * causes coded by another revision of the ICD, age bands that no five-year group holds, and cancer
 * groups that the list does not have. Small counts are told as {@link FindingCounts} says.
 */
public final class CountFindings {
  /** Deaths whose cause another revision of the ICD codes: they are in no group. */
  public static final String REVISION = "DEATH-CAUSE-REVISION";

  /** Deaths in a band that no five-year group holds: they count as of unknown age. */
  public static final String DEATH_BAND = "DEATH-AGE-BAND";

  /** Cases in such a band. */
  public static final String CASE_BAND = "CASE-COUNT-AGE-BAND";

  /** Cases of a cancer group that the programme's grouping does not have: they are left out. */
  public static final String CASE_GROUP = "CASE-COUNT-GROUP";

  private final int threshold;

  private CountFindings(int threshold) {
    this.threshold = threshold;
  }

  /**
   * Findings as an audience may see them.
   *
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  public static CountFindings under(int threshold) {
    return new CountFindings(threshold);
  }

  /**
   * What was found of deaths.
   *
   * @param deaths the table {@code death}
   * @param rows the same in the form of {@link CountedRows}
   */
  public List<Dataset<Row>> ofDeaths(Dataset<Row> deaths, Dataset<Row> rows) {
    return List.of(
        counted(REVISION, CountedRows.otherRevisions(deaths)),
        counted(DEATH_BAND, CountCells.withoutGroup(rows)));
  }

  /**
   * What was found of cases that were sent as counts.
   *
   * @param rows in the form of {@link CountedRows}
   * @param groups names that the grouping publishes
   */
  public List<Dataset<Row>> ofCases(Dataset<Row> rows, Collection<String> groups) {
    List<Object> names = new ArrayList<>(groups);
    Column strange = col("grouping").notEqual("").and(not(col("cancer").isin(names.toArray())));
    return List.of(
        counted(CASE_BAND, CountCells.withoutGroup(rows)),
        counted(CASE_GROUP, rows.where(strange).select("source_id", "area", "year", "n")));
  }

  private Dataset<Row> counted(String rule, Dataset<Row> rows) {
    Dataset<Row> counts =
        rows.select(
                lit(rule).as(FindingCounts.RULE),
                col("source_id").as("source"),
                col(FindingCounts.AREA),
                coalesce(col("year").cast("string"), lit("")).as(FindingCounts.PERIOD),
                col("n"))
            .groupBy(FindingCounts.key())
            .agg(sum("n").as(FindingCounts.COUNT));
    return FindingCounts.told(counts, threshold).withColumn("severity", lit("query"));
  }
}
