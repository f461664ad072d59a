package org.tidemark.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.split;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;

/**
 * The first record of a file that broke a rule: a place to look at, never a value.
 *
 * @param source the file's source
 * @param file the file
 * @param rule a declared check, or the rule that refused the record
 * @param record its number in the file
 */
record Example(String source, String file, String rule, long record) {
  private static final String RULE = "rule";

  /**
   * One example for each file and rule, by file. Their number is bounded by files and rules. Of a
   * record that several rules would refuse, only the first of them is known.
   */
  static List<Example> in(Staged staged) {
    Dataset<Row> broken =
        staged.tables().values().stream()
            .map(Example::failed)
            .reduce(place(staged.quarantine(), col(RULE)), Dataset::union);
    return broken
        .groupBy(StagedColumns.SOURCE, StagedColumns.FILE, RULE)
        .agg(min(StagedColumns.RECORD))
        .collectAsList()
        .stream()
        .map(r -> new Example(r.getString(0), r.getString(1), r.getString(2), r.getLong(3)))
        .sorted(Comparator.comparing(Example::file))
        .toList();
  }

  private static Dataset<Row> failed(Dataset<Row> accepted) {
    return place(
        accepted.where(col(StagedColumns.FINDINGS).notEqual("")),
        explode(split(col(StagedColumns.FINDINGS), " ")));
  }

  private static Dataset<Row> place(Dataset<Row> rows, Column rule) {
    return rows.select(
        col(StagedColumns.SOURCE),
        col(StagedColumns.FILE),
        col(StagedColumns.RECORD),
        rule.as(RULE));
  }
}
