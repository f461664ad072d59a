package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.ReleaseComparison;
import org.tidemark.publish.PublicationFolder;
import org.tidemark.publish.RunId;

/**
 * Lays the tables of this run beside those that readers see now. Both are read as written, in the
 * driver: their size follows the strata that are published, not the cases.
 */
final class Comparisons {
  static final String TABLE = "comparison";

  private final PublicationFolder folder;
  private final Optional<RunId> last;
  private final Catalogue catalogue;

  private Comparisons(PublicationFolder folder, Optional<RunId> last, Catalogue catalogue) {
    this.folder = folder;
    this.last = last;
    this.catalogue = catalogue;
  }

  /** Comparisons with the current version of a folder, if there is one. */
  static Comparisons with(PublicationFolder folder, Catalogue catalogue) {
    return new Comparisons(folder, folder.current().map(current -> current.runId()), catalogue);
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
        List<Map<String, String>> before = last.map(id -> folder.rows(id, table)).orElse(List.of());
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
