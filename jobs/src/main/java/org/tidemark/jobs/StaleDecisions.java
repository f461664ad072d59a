package org.tidemark.jobs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;
import org.tidemark.publish.PrivateFolder;

/**
 * Decisions that a finding is correct where there is no such finding any more: the record was
 * mended, or is not sent any more. They do no harm, and hide that somebody should look again.
 */
final class StaleDecisions {
  private static final String TABLE = "override";
  private static final String TUMOUR = "tumour";
  private static final String RULE = "rule";
  private static final String WHY = "why";
  private static final String PRESENT = "present";
  private static final String PASSES = "OVERRIDE-PASSES";
  private static final String ABSENT = "OVERRIDE-ABSENT";

  private final Dataset<Row> rows;

  private StaleDecisions(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** Those of a programme; empty where it has no decisions, and then nothing is computed. */
  static Optional<StaleDecisions> of(Staged staged) {
    if (!staged.tables().containsKey(TABLE) || !staged.tables().containsKey(TUMOUR)) {
      return Optional.empty();
    }
    String[] tumour = {StagedColumns.REGISTRY, StagedColumns.TUMOUR};
    String[] finding = {StagedColumns.REGISTRY, StagedColumns.TUMOUR, RULE};
    Dataset<Row> found = staged.found().where(col(StagedColumns.TABLE).equalTo(TUMOUR));
    Dataset<Row> broken =
        found
            .withColumn(RULE, explode(split(col(StagedColumns.FINDINGS), " ")))
            .withColumn(RULE, ltrim(col(RULE), lit(StagedColumns.OVERRIDDEN)))
            .selectExpr(finding);
    Dataset<Row> present =
        staged
            .tables()
            .get(TUMOUR)
            .selectExpr(tumour)
            .union(found.selectExpr(tumour))
            .distinct()
            .withColumn(PRESENT, lit(true));
    Dataset<Row> stale =
        staged
            .tables()
            .get(TABLE)
            .join(broken, finding, "left_anti")
            .join(present, tumour, "left")
            .withColumn(
                WHY, when(coalesce(col(PRESENT), lit(false)), lit(PASSES)).otherwise(lit(ABSENT)));
    return Optional.of(new StaleDecisions(stale));
  }

  /** How many decisions of each source no longer apply, and why. Bounded by sources. */
  List<Sign> signs() {
    return rows.groupBy(StagedColumns.SOURCE, WHY).count().collectAsList().stream()
        .map(
            r ->
                new Sign(
                    r.getString(1), "query", r.getString(0), r.getLong(2), said(r.getString(1))))
        .toList();
  }

  private static String said(String why) {
    return (why.equals(PASSES)
            ? "the record does not break the rule any more"
            : "no such record was sent")
        + ", see "
        + PrivateFolder.DECISIONS;
  }

  /** The decisions with their place: no value of a record but its name. */
  Dataset<Row> list() {
    return rows.select(
        WHY,
        RULE,
        StagedColumns.REGISTRY,
        StagedColumns.TUMOUR,
        StagedColumns.SOURCE,
        StagedColumns.FILE,
        StagedColumns.RECORD,
        "reason",
        "decided_on");
  }
}
