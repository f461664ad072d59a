package org.tidemark.account;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The failed checks of all tables, counted by rule, source, area and year: no row of a patient. */
public final class Findings {
  private static final StructType COLUMNS =
      new StructType()
          .add("rule", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("area", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false)
          .add("count", DataTypes.LongType, false)
          .add("severity", DataTypes.StringType, false);

  private static final String OVERRIDDEN = "overridden";

  private Findings() {}

  /**
   * Rows of {@code finding}: of every record that reached the checks and does not count through
   * another one. What was reviewed and found correct has the severity {@code overridden}.
   *
   * @param staged what staging left
   * @param merged the places of rows that count through another one, by table
   * @param tables the tables that have such rows
   * @param severities rule → severity
   */
  public static Dataset<Row> of(
      SparkSession spark,
      Staged staged,
      Dataset<Row> merged,
      List<String> tables,
      Map<String, String> severities) {
    Map<List<String>, Long> counts = new TreeMap<>((a, b) -> joined(a).compareTo(joined(b)));
    staged.accounts().stream()
        .flatMap(a -> a.findings().stream())
        .forEach(f -> counts.merge(key(f), f.count(), Long::sum));
    if (staged.accounts().stream().anyMatch(a -> a.found() > 0 && tables.contains(a.table()))) {
      repeated(staged.found(), merged).forEach(f -> counts.merge(key(f), -f.count(), Long::sum));
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (key, n) -> {
          if (n > 0) {
            rows.add(
                RowFactory.create(
                    rule(key.get(0)),
                    key.get(1),
                    key.get(2),
                    key.get(3),
                    n,
                    overridden(key.get(0)) ? OVERRIDDEN : severities.get(key.get(0))));
          }
        });
    return spark.createDataFrame(rows, COLUMNS);
  }

  private static boolean overridden(String finding) {
    return finding.startsWith(StagedColumns.OVERRIDDEN);
  }

  private static String rule(String finding) {
    return overridden(finding) ? finding.substring(StagedColumns.OVERRIDDEN.length()) : finding;
  }

  /** The findings of accepted rows that count through another one. */
  private static List<FindingCount> repeated(Dataset<Row> found, Dataset<Row> merged) {
    String[] place =
        Stream.concat(Stream.of(StagedColumns.TABLE), StagedColumns.PLACE.stream())
            .toArray(String[]::new);
    return counts(found.join(merged.selectExpr(place), place, "left_semi"));
  }

  /** How often each rule speaks in rows as {@link Staged#found} has them. */
  public static List<FindingCount> counts(Dataset<Row> found) {
    return found
        .where(col(StagedColumns.FINDINGS).notEqual(""))
        .select(
            explode(split(col(StagedColumns.FINDINGS), " ")).as("rule"),
            col(StagedColumns.SOURCE),
            col(StagedColumns.AREA),
            col(StagedColumns.PERIOD))
        .groupBy("rule", StagedColumns.SOURCE, StagedColumns.AREA, StagedColumns.PERIOD)
        .agg(count(lit(1)))
        .collectAsList()
        .stream()
        .map(
            r ->
                new FindingCount(
                    r.getString(0),
                    r.getString(1),
                    "",
                    r.getString(2),
                    r.getString(3),
                    r.getLong(4)))
        .toList();
  }

  private static List<String> key(FindingCount finding) {
    return List.of(finding.rule(), finding.source(), finding.area(), finding.period());
  }

  private static String joined(List<String> key) {
    return String.join("\u0001", key);
  }
}
