package org.tidemark.indicators;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Programme;
import org.tidemark.derive.Views;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IndicatorEstimates;
import org.tidemark.evaluate.Evaluations;
import org.tidemark.evaluate.Threshold;
import org.tidemark.tally.IndicatorRequest;
import org.tidemark.tally.IndicatorTallies;

/** Site reports to published rows, as a job would do it. */
final class IndicatorRun {
  private final SparkSession spark;
  private final Catalogue catalogue;
  private final Programme programme;
  private final Dataset<Row> tallies;
  private final IndicatorRequest request;

  private IndicatorRun(
      SparkSession spark,
      Catalogue catalogue,
      Programme programme,
      Map<String, Dataset<Row>> tables) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.programme = programme;
    this.request = IndicatorRequest.of(programme, catalogue.indicators());
    Set<String> asked = new HashSet<>(request.relations());
    asked.add("engagement");
    Views.register(spark, tables, catalogue.tables(), catalogue.views(), programme.asOf(), asked);
    this.tallies = IndicatorTallies.of(spark, programme, request).rows();
  }

  static IndicatorRun of(
      SparkSession spark,
      Catalogue catalogue,
      Programme programme,
      Map<String, Dataset<Row>> tables) {
    return new IndicatorRun(spark, catalogue, programme, tables);
  }

  /** A programme that asks for the given analyses only. */
  static Programme programme(LocalDate asOf, Analyses analyses, Programme.Design design) {
    return new Programme(
        "sample",
        Map.of("en", "Sample"),
        asOf,
        "file:/",
        List.of(),
        Map.of(),
        analyses,
        "ci5",
        design,
        new Programme.Acceptance(0, true),
        List.of("en"),
        "none");
  }

  /** A programme that asks for indicators at all levels. */
  static Programme programme(LocalDate asOf, List<String> codes, List<String> periods) {
    List<String> levels = List.of("site", "area", "country", "programme");
    return programme(
        asOf,
        new Analyses(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Analyses.Indicators(codes, levels, periods)),
            List.of()),
        new Programme.Design("INTENSIVE", "quarter"));
  }

  Dataset<Row> indicators() {
    return IndicatorEstimates.of(request, Figure.schema(catalogue.published().get("indicator")))
        .rows(tallies);
  }

  Dataset<Row> evaluations() {
    return Evaluations.of(
            programme,
            catalogue.indicators(),
            Figure.schema(catalogue.published().get("evaluation")),
            Threshold.NONE)
        .rows(tallies, spark.table("engagement"));
  }
}
