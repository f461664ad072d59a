package org.tidemark.jobs;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedShape;
import org.tidemark.account.StagedTables;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.check.Checks;
import org.tidemark.conform.Conform;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;

/**
 * Reads every record once, brings it to the shared schema, checks it, and keeps it in the private
 * folder, accepted or refused; all later stages read it from there.
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

  /** What staging leaves to the later stages. */
  Staged stage(Sources sources, URI folder) {
    return StagedTables.in(spark, folder).keep(SideBySide.map(sources.entries(), this::part));
  }

  private StagedTables.Part part(Sources.Entry entry) {
    TableSchema table = entry.table();
    List<Check> checks =
        catalogue.checks().stream().filter(c -> c.table().equals(table.name())).toList();
    Dataset<Row> conformed =
        Conform.rows(spark, ingest.read(entry.survey()), entry.conformer(), table, entry.mapping());
    Dataset<Row> checked = Checks.verdicts(conformed, checks, entry.mapping(), asOf);
    // Planned here, side by side; the one job then only runs.
    checked.queryExecution().toRdd();
    return new StagedTables.Part(
        StagedShape.of(
            table.name(),
            checked.schema(),
            table.primaryKey(),
            table.primaryKey().stream().filter(f -> names(table, f)).toList(),
            table.submissionField(),
            Checks.refusing(checks)),
        checked);
  }

  /** Whether a row without this part of its key has no name. */
  private static boolean names(TableSchema table, String field) {
    return table.field(field).map(Field::identifying).orElse(true);
  }
}
