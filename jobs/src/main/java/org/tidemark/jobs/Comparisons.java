package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.ReleaseComparison;

/**
 * Lays the tables of this run beside those that readers see now. Both are read as written, in the
 * driver: their size follows the strata that are published, not the cases.
 */
final class Comparisons {
  static final String TABLE = "comparison";

  private final Shown shown;
  private final Catalogue catalogue;

  private Comparisons(Shown shown, Catalogue catalogue) {
    this.shown = shown;
    this.catalogue = catalogue;
  }

  /** Comparisons with what readers see before the run publishes. */
  static Comparisons with(Shown shown, Catalogue catalogue) {
    return new Comparisons(shown, catalogue);
  }

  /** The schema of the table's rows. */
  StructType schema() {
    return Figure.schema(catalogue.published().get(TABLE));
  }

  /**
   * The rows of every comparison.
   *
   * @param written the rows of a table of this run
   */
  List<Row> rows(
      List<RateAnalyses.Comparison> asked, Function<String, List<Map<String, String>>> written) {
    List<Row> rows = new ArrayList<>();
    for (RateAnalyses.Comparison one : asked) {
      for (String table : one.tables()) {
        ReleaseComparison comparison =
            ReleaseComparison.of(catalogue.published().get(table), one.level(), schema());
        List<Map<String, String>> before = shown.rows(table);
        if (before.isEmpty()) {
          rows.add(comparison.first());
        } else {
          rows.addAll(comparison.rows(before, written.apply(table)));
        }
      }
    }
    return rows;
  }
}
