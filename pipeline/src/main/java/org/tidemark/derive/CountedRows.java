package org.tidemark.derive;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Deaths, and cases that were sent as counts, in one form: grouping, cancer, source, area, sex,
 * year, the age band ({@code age_lower}, {@code age_upper}) and a number, {@code n}. A death that
 * was sent as a row of its own counts one in the band of its age. Which groups a row counts in is
 * settled here; what its band means to rates is for {@code tally} to say.
 */
public final class CountedRows {
  /** The revision whose codes are grouped. */
  private static final String TENTH = "coalesce(cause_revision, '10') = '10'";

  private static final String[] COLUMNS = {
    "grouping", "cancer", "source_id", "area", "sex", "year", "age_lower", "age_upper", "n"
  };

  private CountedRows() {}

  /** The rows of {@code death}; {@link CauseFunction} must be registered. */
  public static Dataset<Row> ofDeaths(Dataset<Row> deaths) {
    return deaths
        .where(TENTH)
        .withColumn("year", expr("CAST(coalesce(year, substring(death_date, 1, 4)) AS INT)"))
        .withColumn("single", expr("deaths IS NULL"))
        .withColumn("age_lower", expr("CAST(IF(single, age, age_lower) AS INT)"))
        .withColumn("age_upper", expr("CAST(IF(single, age, age_upper) AS INT)"))
        .withColumn("n", expr("CAST(coalesce(deaths, 1) AS BIGINT)"))
        .withColumn("group", explode(expr(CauseFunction.NAME + "(cause)")))
        .select(columns());
  }

  /** The deaths whose cause is coded by another revision of the ICD: by source, area and year. */
  public static Dataset<Row> otherRevisions(Dataset<Row> deaths) {
    return deaths
        .where("NOT (" + TENTH + ")")
        .selectExpr(
            "source_id",
            "coalesce(area, '') AS area",
            "CAST(coalesce(year, substring(death_date, 1, 4)) AS INT) AS year",
            "CAST(coalesce(deaths, 1) AS BIGINT) AS n");
  }

  /**
   * The rows of {@code case_count}, each in its own group and in that of all cancers, to which a
   * total adds nothing.
   *
   * @param grouping whose groups they are of
   * @param totals names of groups that repeat what others say
   */
  public static Dataset<Row> ofCases(
      Dataset<Row> counts, String grouping, Collection<String> totals) {
    Column repeats = col("cancer").isin(totals.toArray());
    return counts
        .withColumn("year", expr("CAST(year AS INT)"))
        .withColumn("age_lower", expr("CAST(age_lower AS INT)"))
        .withColumn("age_upper", expr("CAST(age_upper AS INT)"))
        .withColumn("repeats", repeats)
        .withColumn(
            "group",
            explode(
                expr(
                    "array(named_struct('grouping', '', 'cancer', ''), named_struct('grouping', '"
                        + grouping.replace("'", "")
                        + "', 'cancer', cancer))")))
        .withColumn("n", expr("IF(repeats AND group.grouping = '', 0L, CAST(cases AS BIGINT))"))
        .select(columns());
  }

  private static Column[] columns() {
    Column[] columns = new Column[COLUMNS.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] =
          switch (COLUMNS[i]) {
            case "grouping", "cancer" -> col("group." + COLUMNS[i]).as(COLUMNS[i]);
            case "area" -> coalesce(col("area"), lit("")).as("area");
            default -> col(COLUMNS[i]);
          };
    }
    return columns;
  }
}
