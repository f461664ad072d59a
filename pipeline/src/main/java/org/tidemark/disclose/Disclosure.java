package org.tidemark.disclose;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.model.Status;

/**
 * Small cells hidden, once, before anything is written. A row whose count of patients lies between
 * 1 and the threshold loses everything that gives the count back: the count, the figure, its limits
 * and its error. A row over too small a denominator loses its figure as well. Counts that are shown
 * and small are marked as of low reliability. Zero is shown. That an age is unknown says nothing
 * about a patient, so the number of such cases is not hidden.
 */
public final class Disclosure {
  private static final String STATUS = "status";
  private static final String NOTE = "note";
  private static final List<String> FIGURE =
      List.of(
          "value",
          "lower",
          "upper",
          "se",
          "p",
          "observed",
          "lost",
          "if_lost_died",
          "if_lost_lived");

  /** What counts patients in a table, and what its rows are shares of. */
  private record Cells(List<String> counts, List<String> denominators) {}

  private static final Map<String, Cells> TABLES =
      Map.of(
          "incidence", new Cells(List.of("cases"), List.of()),
          "mortality", new Cells(List.of("cases"), List.of()),
          "trend", new Cells(List.of("cases"), List.of()),
          "projection", new Cells(List.of("cases"), List.of()),
          "survival", new Cells(List.of("cases", "deaths", "at_risk"), List.of("cases")),
          "prevalence", new Cells(List.of("value"), List.of()),
          "quality", new Cells(List.of("numerator", "denominator"), List.of("denominator")),
          "indicator", new Cells(List.of("numerator", "denominator"), List.of("denominator")));

  private final DisclosureProfile profile;
  private final List<String> patientIndicators;

  private Disclosure(DisclosureProfile profile, List<String> patientIndicators) {
    this.profile = profile;
    this.patientIndicators = List.copyOf(patientIndicators);
  }

  /**
   * The rules of one audience.
   *
   * @param patientIndicators codes of the indicators whose counts are patients or trainees; others
   *     count reports, days or posts, and are not hidden
   */
  public static Disclosure of(DisclosureProfile profile, List<String> patientIndicators) {
    return new Disclosure(profile, patientIndicators);
  }

  /** The rows of a published table as the audience may see them. */
  public Dataset<Row> apply(String table, Dataset<Row> rows) {
    Cells cells = TABLES.get(table);
    if (cells == null || profile.threshold() == 0) {
      return rows;
    }
    Column concerned =
        table.equals("indicator") ? col("indicator").isin(patientIndicators.toArray()) : lit(true);
    Column small = any(cells.counts(), 1, profile.threshold());
    Column thin = any(cells.denominators(), 0, profile.denominatorMinimum());
    Column shown = col(STATUS).isin(Status.OK.name(), Status.LOW_COVERAGE.name());
    Column hide = concerned.and(small.or(thin.and(col("value").isNotNull())));
    Column unreliable =
        concerned.and(shown).and(any(cells.counts(), 0, profile.lowReliabilityBelow()));
    Dataset<Row> result =
        rows.withColumn(
            STATUS,
            when(hide, Status.SUPPRESSED.name())
                .when(unreliable, Status.LOW_RELIABILITY.name())
                .otherwise(col(STATUS)));
    return hidden(result, cells);
  }

  private Dataset<Row> hidden(Dataset<Row> rows, Cells cells) {
    Column suppressed = col(STATUS).equalTo(Status.SUPPRESSED.name());
    Dataset<Row> result =
        rows.withColumn(NOTE, when(suppressed, lit(null).cast("string")).otherwise(col(NOTE)));
    for (String column : rows.columns()) {
      if (FIGURE.contains(column) || cells.counts().contains(column)) {
        result = result.withColumn(column, when(not(suppressed), col(column)));
      }
    }
    return result;
  }

  private static Column any(List<String> columns, int from, int below) {
    return columns.stream()
        .map(c -> coalesce(col(c).geq(from).and(col(c).lt(below)), lit(false)))
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
