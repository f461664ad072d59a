package org.tidemark.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Check.Severity;
import org.tidemark.catalogue.Mapping;

/**
 * All declared checks of a table in one scan: every failed rule is kept in {@code findings}, in the
 * order of declaration. A predicate that gives null is not a pass. A check that reads a field which
 * the source does not supply is not applicable to that source. What a record refused before fails
 * means nothing.
 */
public final class Checks {
  /** The name by which predicates call the data cut-off. */
  public static final String AS_OF = "as_of";

  private Checks() {}

  /**
   * The same rows with {@code findings}, their columns in the order of {@link StagedColumns}.
   *
   * @param conformed rows of one source
   * @param declared the checks of its table
   */
  public static Dataset<Row> verdicts(
      Dataset<Row> conformed, List<Check> declared, Mapping mapping, LocalDate asOf) {
    Column[] failures =
        declared.stream()
            .filter(c -> c.fields().stream().noneMatch(mapping.notSupplied()::contains))
            .map(c -> when(fails(c), lit(c.id())))
            .toArray(Column[]::new);
    List<Column> columns = new ArrayList<>();
    Stream.of(conformed.columns())
        .filter(c -> !StagedColumns.PLACE.contains(c) && !StagedColumns.PASSING.contains(c))
        .forEach(c -> columns.add(col(c)));
    StagedColumns.PLACE.forEach(c -> columns.add(col(c)));
    columns.add(concat_ws(" ", failures).as(StagedColumns.FINDINGS));
    StagedColumns.PASSING.forEach(c -> columns.add(col(c)));
    return conformed.withColumn(AS_OF, lit(asOf.toString())).select(columns.toArray(Column[]::new));
  }

  /** The checks that refuse a record that fails them. */
  public static Set<String> refusing(List<Check> declared) {
    return declared.stream()
        .filter(c -> c.severity() == Severity.INVALID)
        .map(Check::id)
        .collect(Collectors.toSet());
  }

  private static Column fails(Check check) {
    Column fails = not(coalesce(expr(check.pass()), lit(false)));
    return check.applies().isBlank()
        ? fails
        : coalesce(expr(check.applies()), lit(false)).and(fails);
  }
}
