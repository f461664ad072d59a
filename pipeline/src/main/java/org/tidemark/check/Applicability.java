package org.tidemark.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.tidemark.catalogue.Check;

/**
 * Of which records a check says nothing: all of a source that does not supply a field it reads,
 * those that its predicate leaves out, and, for a check by a rule table, those of which a code is
 * not known.
 */
final class Applicability {
  private Applicability() {}

  /**
   * The ids of the checks that do not apply to a record, separated by blanks.
   *
   * @param declared all checks of the table
   * @param asked those that are asked of the source
   * @param columns the columns that the rows have
   */
  static Column ids(List<Check> declared, List<Check> asked, String... columns) {
    List<Column> ids = new ArrayList<>();
    for (Check check : declared) {
      if (!asked.contains(check)) {
        ids.add(lit(check.id()));
      } else if (!check.combinations().isEmpty()) {
        ids.add(when(unknown(check, List.of(columns)), lit(check.id())));
      } else if (!check.applies().isBlank()) {
        Column applies = coalesce(expr(check.applies()), lit(false));
        ids.add(when(not(applies), lit(check.id())));
      }
    }
    return concat_ws(" ", ids.toArray(Column[]::new));
  }

  private static Column unknown(Check check, List<String> columns) {
    return check.fields().stream()
        .map(field -> CombinationFunction.code(field, columns).isNull())
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
