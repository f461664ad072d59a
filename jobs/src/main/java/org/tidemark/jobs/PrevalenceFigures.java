package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Prevalence;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.PrevalenceEstimates;
import org.tidemark.tally.PrevalenceCounts;

/** Persons living with cancer, of the registries of a population; of others, why there are none. */
final class PrevalenceFigures {
  private final Programme programme;
  private final Coverage coverage;
  private final StructType schema;
  private final int threshold;

  private PrevalenceFigures(
      Programme programme, Coverage coverage, StructType schema, int threshold) {
    this.programme = programme;
    this.coverage = coverage;
    this.schema = schema;
    this.threshold = threshold;
  }

  /**
   * The figures of a programme that lists some.
   *
   * @param schema the published table's
   * @param threshold counts from 1 to below it are not told in a note
   */
  static PrevalenceFigures of(
      Programme programme, Coverage coverage, StructType schema, int threshold) {
    return new PrevalenceFigures(programme, coverage, schema, threshold);
  }

  /** The rows of all analyses. */
  Dataset<Row> rows(Dataset<Row> cases) {
    List<Dataset<Row>> rows = new ArrayList<>();
    for (Prevalence listed : programme.analyses().prevalence()) {
      Prevalence asked = listed.at(programme.asOf());
      PrevalenceEstimates estimates = PrevalenceEstimates.of(asked, schema, threshold);
      rows.add(estimates.rows(PrevalenceCounts.of(coverage.ofPopulation(cases), asked)));
      if (!coverage.isPopulation() && (coverage.isNone() || asked.by().contains("area"))) {
        Dataset<Row> others = coverage.isNone() ? cases : coverage.elsewhere(cases);
        rows.add(estimates.without(Coverage.reason()).rows(PrevalenceCounts.of(others, asked)));
      }
    }
    return rows.stream().reduce(Dataset::union).orElseThrow();
  }
}
