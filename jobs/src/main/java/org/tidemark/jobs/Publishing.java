package org.tidemark.jobs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.account.Accounting;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.MortalityBesideSurvival;
import org.tidemark.publish.Provenance;
import org.tidemark.publish.Publication;
import org.tidemark.publish.RunId;
import org.tidemark.publish.exchange.ExchangeFiles;
import org.tidemark.publish.page.ReportContent;
import org.tidemark.publish.page.ReportHead;
import org.tidemark.publish.page.ReportLabels;
import org.tidemark.publish.page.ReportPage;

/** Hides small cells once, then writes tables, report and manifest. */
final class Publishing {
  /** The one language that the page speaks so far. */
  private static final String LANGUAGE = "en";

  private static final String BESIDE_SURVIVAL = "mi_survival";

  private final Catalogue catalogue;
  private final Programme programme;
  private final Publication publication;
  private final Disclosing disclosing;
  private final int partitions;

  Publishing(
      SparkSession spark,
      Catalogue catalogue,
      Programme programme,
      Publication publication,
      Disclosing disclosing) {
    this.catalogue = catalogue;
    this.programme = programme;
    this.publication = publication;
    this.disclosing = disclosing;
    this.partitions = Integer.parseInt(spark.conf().get(SparkStart.PARTITIONS));
  }

  /** Writes related tables as the programme's audience may see them. */
  List<String> tables(Map<String, Dataset<Row>> tables, Progress progress) {
    Map<TableSchema, List<Row>> counted = new ConcurrentHashMap<>();
    SideBySide.map(
        List.copyOf(tables.keySet()),
        name -> {
          TableSchema schema = catalogue.published().get(name);
          if (disclosing.concerns(schema)) {
            counted.put(schema, Publication.inOrder(schema, tables.get(name), partitions));
          } else {
            publication.table(schema, tables.get(name), partitions);
            progress.line("publish", name);
          }
          return name;
        });
    Map<String, List<Row>> disclosed = counted.isEmpty() ? Map.of() : disclosing.disclosed(counted);
    SideBySide.map(
        List.copyOf(disclosed.keySet()),
        name -> {
          publication.table(catalogue.published().get(name), disclosed.get(name).iterator());
          progress.line("publish", name);
          return name;
        });
    return List.copyOf(tables.keySet());
  }

  /** Writes how the tables differ from those that readers see now, where the programme asks. */
  void comparisons(SparkSession spark, Comparisons comparisons, Progress progress) {
    List<RateAnalyses.Comparison> asked = programme.analyses().rates().comparisons();
    if (!asked.isEmpty()) {
      // Of rows that readers may see, in this version and in the last: nothing is left to hide.
      List<Row> rows = comparisons.rows(asked, publication::rows);
      publication.table(
          catalogue.published().get(Comparisons.TABLE),
          spark.createDataFrame(rows, comparisons.schema()),
          partitions);
      progress.line("publish", Comparisons.TABLE);
    }
  }

  /** Lays deaths over cases beside survival, both as readers see them, where it is asked for. */
  void mortalityBesideSurvival(Progress progress) {
    boolean asked =
        programme.analyses().rates().plausibility().stream()
            .anyMatch(RateAnalyses.Plausibility::asksSurvival);
    if (asked) {
      TableSchema schema = catalogue.published().get(BESIDE_SURVIVAL);
      List<Row> rows =
          MortalityBesideSurvival.rows(
              publication.rows("quality"), publication.rows("survival"), Figure.schema(schema));
      publication.table(schema, rows.iterator());
      progress.line("publish", BESIDE_SURVIVAL);
    }
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

  /** Writes the indicators, as published, in the forms that the programme asks for. */
  void exchange() {
    if (!programme.exchange().isEmpty()) {
      ExchangeFiles.of(
              Set.copyOf(programme.exchange()),
              publication.rows("indicator"),
              catalogue.indicators(),
              programme.id(),
              programme.asOf(),
              LANGUAGE)
          .forEach(publication::file);
    }
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
