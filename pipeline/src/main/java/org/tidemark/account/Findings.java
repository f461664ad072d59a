package org.tidemark.account;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The failed checks of all tables, counted by rule, source, area and year: no row of a patient. */
public final class Findings {
  private static final StructType SEVERITIES =
      new StructType()
          .add("rule", DataTypes.StringType, false)
          .add("severity", DataTypes.StringType, false);
  private static final List<String> DATES =
      List.of("incidence_date", "year", "period", "diagnosis_date", "received_at");

  private Findings() {}

  /**
   * Rows of {@code finding}.
   *
   * @param staged staged rows by table name
   * @param severities rule → severity
   */
  public static Dataset<Row> of(Map<String, Dataset<Row>> staged, Map<String, String> severities) {
    Dataset<Row> all =
        staged.values().stream().map(Findings::failed).reduce(Dataset::union).orElseThrow();
    List<Row> known =
        severities.entrySet().stream()
            .map(e -> RowFactory.create(e.getKey(), e.getValue()))
            .toList();
    return all.groupBy("rule", "source", "area", "period")
        .agg(count(lit(1)).as("count"))
        .join(all.sparkSession().createDataFrame(known, SEVERITIES), "rule");
  }

  private static Dataset<Row> failed(Dataset<Row> rows) {
    List<String> columns = Arrays.asList(rows.columns());
    Optional<String> date = DATES.stream().filter(columns::contains).findFirst();
    Column period =
        date.map(d -> substring(col(d).cast("string"), 1, 4)).orElse(lit(null).cast("string"));
    Column area = columns.contains("area") ? col("area") : lit(null).cast("string");
    return rows.select(
        explode(col(StagedColumns.FINDINGS)).as("rule"),
        col(StagedColumns.SOURCE).as("source"),
        coalesce(area, lit("")).as("area"),
        coalesce(period, lit("")).as("period"));
  }
}
