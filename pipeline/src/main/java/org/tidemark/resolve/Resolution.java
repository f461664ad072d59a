package org.tidemark.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;

/**
 * Finds the accepted rows that count through another one, so that each record counts once whatever
 * was sent twice, in whatever order and under whatever file name:
 *
 * <ul>
 *   <li>{@code superseded}: rows of a submission that a later version for the same dataset, site
 *       and period replaces;
 *   <li>{@code duplicate}: rows of the same key and the same content as one that is kept;
 *   <li>{@code same-key}: rows of the same key with other content. One row is kept, chosen by
 *       content alone, so that the choice does not depend on files or their order.
 * </ul>
 */
public final class Resolution {
  /** The stage under which merged rows are accounted. */
  public static final String STAGE = "resolve";

  /** The column that names the shared-schema table of a merged row. */
  public static final String TABLE = "table";

  private static final String KEY = "key";

  /** Stands in a key for a part that may be absent, as the area of a population for all areas. */
  private static final String ABSENT = "\u0002";

  private static final String SUBMISSION = "submission_id";
  private static final String SUBMISSIONS = "report_submission";
  private static final List<String> IDENTITY =
      Stream.concat(
              Stream.of(StagedColumns.HASH_HIGH, StagedColumns.HASH_LOW),
              StagedColumns.PLACE.stream())
          .toList();

  private Resolution() {}

  /**
   * The places of all rows that count through another one: {@link #TABLE}, the three columns of
   * place, {@link StagedColumns#MERGED}.
   *
   * @param staged staged rows by table name
   * @param schemas the tables' schemas
   */
  public static Dataset<Row> merged(
      Map<String, Dataset<Row>> staged, Map<String, TableSchema> schemas) {
    List<Dataset<Row>> keyed = new ArrayList<>();
    staged.forEach(
        (name, rows) -> {
          TableSchema schema = schemas.get(name);
          if (!schema.primaryKey().isEmpty()) {
            keyed.add(keyed(schema, rows));
          }
        });
    Dataset<Row> all = keyed.stream().reduce(Dataset::union).orElseThrow();
    Dataset<Row> marked =
        staged.containsKey(SUBMISSIONS)
            ? all.join(broadcast(superseded(staged.get(SUBMISSIONS))), on(SUBMISSION), "left")
            : all.withColumn(StagedColumns.MERGED, lit(null).cast("string"));
    return replaced(marked).union(repeated(marked));
  }

  /** The rows of one table that count: accepted, and not through another one. */
  public static Dataset<Row> counting(String table, Dataset<Row> staged, Dataset<Row> merged) {
    Dataset<Row> places =
        merged
            .where(col(TABLE).equalTo(table))
            .select(StagedColumns.PLACE.stream().map(c -> col(c)).toArray(Column[]::new));
    return accepted(staged).join(places, StagedColumns.PLACE.toArray(String[]::new), "left_anti");
  }

  private static Dataset<Row> keyed(TableSchema schema, Dataset<Row> rows) {
    Column[] parts =
        schema.primaryKey().stream()
            .map(c -> coalesce(col(c).cast("string"), lit(ABSENT)))
            .toArray(Column[]::new);
    Column submission =
        schema.submissionField().isPresent() ? col(SUBMISSION) : lit(null).cast("string");
    Stream<Column> columns =
        Stream.concat(
            Stream.of(
                lit(schema.name()).as(TABLE),
                concat_ws("\u0001", parts).as(KEY),
                submission.as(SUBMISSION)),
            IDENTITY.stream().map(c -> col(c)));
    Column named =
        schema.primaryKey().stream()
            .filter(c -> schema.field(c).map(Field::identifying).orElse(true))
            .map(c -> col(c).isNotNull())
            .reduce(Column::and)
            .orElse(lit(true));
    return accepted(rows).where(named).select(columns.toArray(Column[]::new));
  }

  /** Submissions with a later version for the same dataset, site and period. */
  private static Dataset<Row> superseded(Dataset<Row> submissions) {
    WindowSpec slot = Window.partitionBy("dataset", "site_id", "period");
    return accepted(submissions)
        .withColumn("latest", max("version").over(slot))
        .where(col("version").lt(col("latest")))
        .select(col(SUBMISSION), lit("superseded").as(StagedColumns.MERGED))
        .distinct();
  }

  private static Dataset<Row> replaced(Dataset<Row> marked) {
    return place(marked.where(col(StagedColumns.MERGED).isNotNull()));
  }

  private static Dataset<Row> repeated(Dataset<Row> marked) {
    Dataset<Row> open =
        marked.where(col(StagedColumns.MERGED).isNull()).drop(StagedColumns.MERGED, SUBMISSION);
    Dataset<Row> several =
        open.groupBy(TABLE, KEY).agg(count(lit(1)).as("n")).where("n > 1").drop("n");
    WindowSpec sameKey =
        Window.partitionBy(TABLE, KEY)
            .orderBy(IDENTITY.stream().map(c -> col(c)).toArray(Column[]::new));
    Column first = first(StagedColumns.HASH_HIGH).over(sameKey);
    Column second = first(StagedColumns.HASH_LOW).over(sameKey);
    Column sameContent =
        col(StagedColumns.HASH_HIGH)
            .equalTo(first)
            .and(col(StagedColumns.HASH_LOW).equalTo(second));
    return place(
        open.join(several, on(TABLE, KEY), "inner")
            .withColumn("rank", row_number().over(sameKey))
            .withColumn(StagedColumns.MERGED, when(sameContent, "duplicate").otherwise("same-key"))
            .where("rank > 1"));
  }

  private static Dataset<Row> place(Dataset<Row> rows) {
    return rows.select(
        col(TABLE),
        col(StagedColumns.SOURCE),
        col(StagedColumns.FILE),
        col(StagedColumns.RECORD),
        col(StagedColumns.MERGED));
  }

  /** The rows that no stage refused. */
  public static Dataset<Row> accepted(Dataset<Row> rows) {
    return rows.where(col(StagedColumns.REFUSAL).isNull());
  }

  private static String[] on(String... names) {
    return names;
  }
}
