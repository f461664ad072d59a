package org.tidemark.jobs;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Programme;
import org.tidemark.check.Checks;
import org.tidemark.conform.Conform;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;
import org.tidemark.publish.PrivateTables;

/**
 * Reads every record once, brings it to the shared schema, checks it, and keeps it with its verdict
 * in the private folder; all later stages read it from there.
 */
final class Staging {
  private final SparkSession spark;
  private final Catalogue catalogue;
  private final LocalDate asOf;
  private final Ingest ingest;

  Staging(SparkSession spark, Catalogue catalogue, Programme programme) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.asOf = programme.asOf();
    this.ingest = Ingest.in(spark, IngestLimits.STANDARD);
  }

  /** Staged rows by table name, in the order of names. */
  Map<String, Dataset<Row>> stage(Sources sources, URI folder) {
    Map<String, List<Sources.Entry>> byTable =
        sources.entries().stream()
            .collect(
                Collectors.groupingBy(e -> e.table().name(), TreeMap::new, Collectors.toList()));
    PrivateTables tables = PrivateTables.in(spark, folder);
    // Small tables spend their time in the driver: two at a time keep the cores busy.
    Map<String, Dataset<Row>> staged = new TreeMap<>();
    byTable.entrySet().parallelStream()
        .map(e -> Map.entry(e.getKey(), tables.write(e.getKey(), rows(e.getValue()))))
        .sequential()
        .forEach(e -> staged.put(e.getKey(), e.getValue()));
    return staged;
  }

  private Dataset<Row> rows(List<Sources.Entry> entries) {
    return entries.stream().map(this::rows).reduce(Dataset::unionByName).orElseThrow();
  }

  private Dataset<Row> rows(Sources.Entry entry) {
    Dataset<Row> conformed =
        Conform.rows(
            spark, ingest.read(entry.survey()), entry.conformer(), entry.table(), entry.mapping());
    List<Check> checks =
        catalogue.checks().stream().filter(c -> c.table().equals(entry.table().name())).toList();
    return Checks.verdicts(conformed, checks, entry.mapping(), asOf);
  }
}
