package org.tidemark.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.account.StagedColumns;

/**
 * Findings that somebody reviewed and found correct, by tumour and rule: each gets {@link
 * StagedColumns#OVERRIDDEN} before its id. A decision on a rule that the tumour does not break does
 * nothing.
 */
final class OverriddenFindings implements UDF2<String, String, String>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final String BLANK = " ";

  /** The rules decided on for one tumour, separated by blanks. */
  private static final String DECIDED = "decided_rules";

  private static final List<String> TUMOUR = List.of(StagedColumns.REGISTRY, StagedColumns.TUMOUR);

  private OverriddenFindings() {}

  /** Rows with the rules that were decided on for their tumour; no row is added or lost. */
  static Dataset<Row> decided(Dataset<Row> rows, Dataset<Row> overrides) {
    Dataset<Row> byTumour =
        overrides
            .groupBy(TUMOUR.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(concat_ws(BLANK, collect_set("rule")).as(DECIDED));
    return rows.join(broadcast(byTumour), TUMOUR.toArray(String[]::new), "left");
  }

  /** The findings of decided rows, those overridden marked. */
  static Column marked(Column findings) {
    return when(
            col(DECIDED).isNotNull(),
            udf(new OverriddenFindings(), DataTypes.StringType).apply(findings, col(DECIDED)))
        .otherwise(findings);
  }

  /** Whether rows are of tumours. */
  static boolean concern(List<String> columns) {
    return columns.containsAll(TUMOUR);
  }

  @Override
  public String call(String findings, String decided) {
    Set<String> rules = Set.of(decided.split(BLANK));
    String[] ids = findings.split(BLANK);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = rules.contains(ids[i]) ? StagedColumns.OVERRIDDEN + ids[i] : ids[i];
    }
    return String.join(BLANK, ids);
  }
}
