package org.tidemark.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Check.Severity;
import org.tidemark.catalogue.Mapping;

/**
 * All declared checks of a table in one scan. A record that fails an {@code invalid} check is
 * refused under the first such rule, in the order of declaration; every failed rule is kept in
 * {@code findings}. A predicate that gives null is not a pass. A check that reads a field which the
 * source does not supply is not applicable to that source.
 */
public final class Checks {
  /** The stage under which a failed invalid check is accounted. */
  public static final String STAGE = "check";

  /** The name by which predicates call the data cut-off. */
  public static final String AS_OF = "as_of";

  private static final Column NO_TEXT = lit(null).cast("string");

  private Checks() {}

  /**
   * Staged rows: the same rows with {@code findings}, refused where a check says so, and with the
   * raw text only where refused.
   */
  public static Dataset<Row> verdicts(
      Dataset<Row> conformed, List<Check> declared, Mapping mapping, LocalDate asOf) {
    List<Check> checks =
        declared.stream()
            .filter(c -> c.fields().stream().noneMatch(mapping.notSupplied()::contains))
            .toList();
    Column findings = array_compact(array(failures(checks.stream())).cast("array<string>"));
    Column invalid =
        coalesce(failures(checks.stream().filter(c -> c.severity() == Severity.INVALID)));
    Column refused = col(StagedColumns.REFUSAL).isNotNull();
    return conformed
        .withColumn(AS_OF, lit(asOf.toString()))
        .withColumn(StagedColumns.FINDINGS, findings)
        .withColumn(StagedColumns.REFUSAL, coalesce(col(StagedColumns.REFUSAL), invalid))
        .withColumn(
            StagedColumns.REFUSED_AT,
            coalesce(col(StagedColumns.REFUSED_AT), when(refused, lit(STAGE))))
        .withColumn(StagedColumns.RAW, when(refused, col(StagedColumns.RAW)))
        .drop(AS_OF);
  }

  /** For each check its id where a record that is still in fails it, else null. */
  private static Column[] failures(Stream<Check> checks) {
    Column stillIn = col(StagedColumns.REFUSAL).isNull();
    Stream<Column> ids = checks.map(c -> when(stillIn.and(fails(c)), lit(c.id())));
    return Stream.concat(ids, Stream.of(NO_TEXT)).toArray(Column[]::new);
  }

  private static Column fails(Check check) {
    Column fails = not(coalesce(expr(check.pass()), lit(false)));
    return check.applies().isBlank()
        ? fails
        : coalesce(expr(check.applies()), lit(false)).and(fails);
  }
}
