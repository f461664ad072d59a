package org.tidemark.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.tidemark.account.Index;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;

/**
 * Finds the accepted rows that count through another one, so that each record counts once whatever
 * was sent twice, in whatever order and under whatever file name:
 *
 * <ul>
 *   <li>{@code superseded}: rows of a submission that a later version for the same dataset, site
 *       and period replaces;
 *   <li>{@code withdrawn}: rows of a submission that its site took back, with every version up to
 *       the one that says so, and the submissions themselves: the report is owed again;
 *   <li>{@code duplicate}: rows of the same key and the same content as one that is kept;
 *   <li>{@code same-key}: rows of the same key with other content. One row is kept: the most
 *       trusted ({@link org.tidemark.account.Precedence}), and of equals one chosen by content
 *       alone, so that the choice does not depend on files or their order.
 * </ul>
 */
public final class Resolution {
  private static final String SUBMISSIONS = "report_submission";
  private static final String SUPERSEDED = "superseded";
  private static final String WITHDRAWN = "withdrawn";
  private static final List<String> IDENTITY =
      Stream.concat(
              Stream.of(StagedColumns.HASH_HIGH, StagedColumns.HASH_LOW),
              StagedColumns.PLACE.stream())
          .toList();

  private Resolution() {}

  /**
   * All rows that count through another one: table, hash, the three columns of place, and why
   * ({@link StagedColumns#MERGED}).
   */
  public static Dataset<Row> merged(Staged staged) {
    Dataset<Row> marked =
        staged.tables().containsKey(SUBMISSIONS)
            ? staged
                .index()
                .join(
                    broadcast(replaced(staged.tables().get(SUBMISSIONS))),
                    new String[] {Index.SUBMISSION},
                    "left")
                .withColumn(StagedColumns.MERGED, reason())
            : staged.index().withColumn(StagedColumns.MERGED, lit(null).cast("string"));
    // Rows that a later submission replaces stand apart from those of the same key that it brought.
    // The hash comes first: a sort by it seldom looks at a second column.
    WindowSpec sameKey =
        Window.partitionBy(
                col(Index.KEY_HIGH),
                col(Index.KEY_LOW),
                col(StagedColumns.TABLE),
                col(StagedColumns.MERGED))
            .orderBy(
                Stream.concat(Stream.of(col(Index.RANK).desc()), Stream.of(columns(IDENTITY)))
                    .toArray(Column[]::new));
    Column sameContent =
        col(StagedColumns.HASH_HIGH)
            .equalTo(first(StagedColumns.HASH_HIGH).over(sameKey))
            .and(col(StagedColumns.HASH_LOW).equalTo(first(StagedColumns.HASH_LOW).over(sameKey)));
    Column repeated = when(sameContent, "duplicate").otherwise("same-key");
    Column repeatedKey = Repeated.among(staged.index(), Index.KEY_HIGH);
    return marked
        .where(col(StagedColumns.MERGED).isNotNull().or(repeatedKey))
        .withColumn("place", row_number().over(sameKey))
        .withColumn("repeated", repeated)
        .where(col(StagedColumns.MERGED).isNotNull().or(col("place").gt(1)))
        .withColumn(StagedColumns.MERGED, coalesce(col(StagedColumns.MERGED), col("repeated")))
        .select(
            columns(
                Stream.of(List.of(StagedColumns.TABLE), IDENTITY, List.of(StagedColumns.MERGED))
                    .flatMap(List::stream)
                    .toList()));
  }

  /** The rows of one table that count: not through another one. */
  public static Dataset<Row> counting(String table, Dataset<Row> rows, Dataset<Row> merged) {
    Dataset<Row> places =
        merged.where(col(StagedColumns.TABLE).equalTo(table)).select(columns(StagedColumns.PLACE));
    return rows.join(places, StagedColumns.PLACE.toArray(String[]::new), "left_anti");
  }

  /** That a submission was replaced remains known, by its own row; one taken back is none. */
  private static Column reason() {
    Column replaced = col(StagedColumns.MERGED);
    return when(
        col(StagedColumns.TABLE).notEqual(SUBMISSIONS).or(replaced.equalTo(WITHDRAWN)), replaced);
  }

  /** Submissions with a later version for the same dataset, site and period, or taken back. */
  private static Dataset<Row> replaced(Dataset<Row> submissions) {
    WindowSpec slot = Window.partitionBy("dataset", "site_id", "period");
    Column version = coalesce(col("version"), lit(1));
    Column takenBack = max(when(col("withdrawn_at").isNotNull(), version)).over(slot);
    Column reason =
        when(version.leq(takenBack), WITHDRAWN)
            .when(version.lt(max(version).over(slot)), SUPERSEDED);
    return submissions
        .withColumn(StagedColumns.MERGED, reason)
        .where(col(StagedColumns.MERGED).isNotNull())
        .groupBy(Index.SUBMISSION)
        // A row sent again with the withdrawal filled in withdraws: its word comes later in order.
        .agg(max(StagedColumns.MERGED).as(StagedColumns.MERGED));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col(n)).toArray(Column[]::new);
  }
}
