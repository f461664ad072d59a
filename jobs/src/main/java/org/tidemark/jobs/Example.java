package org.tidemark.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.split;

import java.util.Comparator;
import java.util.List;
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

  /** One example for each file and rule, by file. Their number is bounded by files and rules. */
  static List<Example> in(Staged staged) {
    return staged
        .found()
        .withColumn(RULE, explode(split(col(StagedColumns.FINDINGS), " ")))
        .groupBy(StagedColumns.SOURCE, StagedColumns.FILE, RULE)
        .agg(min(StagedColumns.RECORD))
        .collectAsList()
        .stream()
        .map(r -> new Example(r.getString(0), r.getString(1), r.getString(2), r.getLong(3)))
        .sorted(Comparator.comparing(Example::file))
        .toList();
  }
}
