package org.tidemark.jobs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.account.Accounting;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.disclose.Disclosure;
import org.tidemark.publish.Provenance;
import org.tidemark.publish.Publication;
import org.tidemark.publish.RunId;
import org.tidemark.publish.page.ReportContent;
import org.tidemark.publish.page.ReportHead;
import org.tidemark.publish.page.ReportLabels;
import org.tidemark.publish.page.ReportPage;

/** Hides small cells once, then writes tables, report and manifest. */
final class Publishing {
  /** The one language that the page speaks so far. */
  private static final String LANGUAGE = "en";

  private final Catalogue catalogue;
  private final Programme programme;
  private final Publication publication;
  private final Disclosure disclosure;
  private final int partitions;

  Publishing(
      SparkSession spark, Catalogue catalogue, Programme programme, Publication publication) {
    this.catalogue = catalogue;
    this.programme = programme;
    this.publication = publication;
    List<String> patientIndicators =
        catalogue.indicators().values().stream()
            .filter(Indicator::persons)
            .map(Indicator::code)
            .toList();
    this.disclosure =
        Disclosure.of(catalogue.disclosure().get(programme.disclosure()), patientIndicators);
    this.partitions = Integer.parseInt(spark.conf().get(SparkStart.PARTITIONS));
  }

  /** Writes the tables as the programme's audience may see them. */
  List<String> tables(Map<String, Dataset<Row>> tables, Progress progress) {
    return SideBySide.map(
        List.copyOf(tables.keySet()), name -> table(name, tables.get(name), progress));
  }

  /** Writes how the tables differ from those that readers see now, where the programme asks. */
  void comparisons(SparkSession spark, Comparisons comparisons, Progress progress) {
    List<RateAnalyses.Comparison> asked = programme.analyses().rates().comparisons();
    if (!asked.isEmpty()) {
      List<Row> rows = comparisons.rows(asked, publication::rows);
      table(Comparisons.TABLE, spark.createDataFrame(rows, comparisons.schema()), progress);
    }
  }

  private String table(String name, Dataset<Row> rows, Progress progress) {
    publication.table(catalogue.published().get(name), disclosure.apply(name, rows), partitions);
    progress.line("publish", name);
    return name;
  }

  /**
   * Writes the report from the tables as published.
   *
   * @param siteNames names of sites by id
   */
  void report(RunId runId, Map<String, String> versions, Map<String, String> siteNames) {
    ReportHead head =
        new ReportHead(
            programme.title().getOrDefault(LANGUAGE, programme.id()),
            programme.asOf(),
            runId.toString(),
            versions,
            labels(siteNames),
            List.copyOf(catalogue.indicators().values()),
            catalogue.disclosure().get(programme.disclosure()));
    publication.file(
        "report/index.html", ReportPage.render(ReportContent.of(head, publication::rows)));
  }

  /** Words for codes: of the catalogue in the page's language, and the sites' own names. */
  private Map<String, String> labels(Map<String, String> siteNames) {
    Map<String, String> labels =
        new HashMap<>(ReportLabels.of(catalogue, programme.cancerGrouping(), LANGUAGE));
    siteNames.forEach((site, name) -> labels.put("unit_id/" + site, name));
    return labels;
  }

  /** Makes the version what readers see. */
  void commit(Sources sources, Map<String, String> versions, Accounting accounting) {
    List<Provenance.Input> inputs =
        sources
            .files()
            .map(
                f -> new Provenance.Input(f.source(), f.name(), f.bytes(), f.records(), f.sha256()))
            .toList();
    publication.commit(
        Provenance.of(
                programme.id(),
                programme.title().getOrDefault(LANGUAGE, programme.id()),
                "",
                inputs,
                new LinkedHashMap<>(versions),
                accounting.rows())
            .without(sources.dropped()));
  }
}
