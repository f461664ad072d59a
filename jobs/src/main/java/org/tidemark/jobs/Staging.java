package org.tidemark.jobs;

import static org.apache.spark.sql.functions.lit;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.account.Precedence;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;
import org.tidemark.account.StagedShape;
import org.tidemark.account.StagedTables;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.CrossCheck;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.check.Checks;
import org.tidemark.check.CrossLinks;
import org.tidemark.conform.Conform;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;

/**
 * Reads every record once, brings it to the shared schema, checks it, and keeps it in the private
 * folder, accepted or refused; all later stages read it from there.
 */
final class Staging {
  /** The table of findings that were reviewed and found correct. */
  private static final String OVERRIDE = "override";

  private static final String TUMOUR = "tumour";

  private final SparkSession spark;
  private final Catalogue catalogue;
  private final LocalDate asOf;
  private final Precedence precedence;
  private final boolean outcomes;
  private final Ingest ingest;

  /**
   * Staging of a programme.
   *
   * @param outcomes whether it is counted of how many records each check says nothing
   */
  Staging(SparkSession spark, Catalogue catalogue, Programme programme, boolean outcomes) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.asOf = programme.asOf();
    this.precedence = PersonSources.precedence(catalogue);
    this.outcomes = outcomes;
    this.ingest = Ingest.in(spark, IngestLimits.STANDARD);
  }

  /** What staging leaves to the later stages. */
  Staged stage(Sources sources, URI folder) {
    Optional<Dataset<Row>> overrides =
        sources.entries().stream()
            .filter(e -> e.table().name().equals(OVERRIDE))
            .map(this::conformed)
            .reduce(Dataset::union);
    List<CrossCheck> across = OtherTables.asked(sources, catalogue);
    return StagedTables.in(spark, folder)
        .keep(SideBySide.map(sources.entries(), entry -> part(entry, overrides, across)));
  }

  private Dataset<Row> conformed(Sources.Entry entry) {
    return Conform.rows(
        spark,
        ingest.read(entry.survey(), entry.beside(), entry.conformer().plan()),
        entry.conformer(),
        entry.table(),
        entry.mapping());
  }

  private StagedTables.Part part(
      Sources.Entry entry, Optional<Dataset<Row>> overrides, List<CrossCheck> across) {
    TableSchema table = entry.table();
    Optional<Column> links = CrossLinks.of(table.name(), across);
    List<Check> checks = checks(entry, catalogue);
    Dataset<Row> judged =
        Checks.of(checks, entry.mapping(), asOf)
            .heeding(overrides)
            .linking(links)
            .tellingApplicability(outcomes)
            .verdicts(named(entry, links));
    String[] passing =
        Stream.concat(
                entry.mapping().inputs().keySet().stream(), Stream.of(StagedColumns.NAME_CODE))
            .filter(List.of(judged.columns())::contains)
            .toArray(String[]::new);
    Dataset<Row> checked = passing.length == 0 ? judged : judged.drop(passing);
    // Planned here, side by side; the one job then only runs.
    checked.queryExecution().optimizedPlan();
    StagedShape shape =
        StagedShape.of(
                table.name(),
                checked.schema(),
                table.primaryKey(),
                table.primaryKey().stream().filter(f -> names(table, f)).toList(),
                table.submissionField(),
                Checks.refusing(checks))
            .varying(table.dates())
            .varying(table.identifying());
    return new StagedTables.Part(
        table.name().equals(TUMOUR)
            ? shape.preferring(precedence.submitted(entry.source().submitted()))
            : shape,
        checked);
  }

  /** The rows, which have a code of a name where links are made of it, or none. */
  private Dataset<Row> named(Sources.Entry entry, Optional<Column> links) {
    Dataset<Row> rows = conformed(entry);
    return links.isEmpty() || OtherTables.names(entry) || !entry.table().name().equals(TUMOUR)
        ? rows
        : rows.withColumn(StagedColumns.NAME_CODE, lit(null).cast(DataTypes.StringType));
  }

  /** Those of the table, then those of the source alone. */
  static List<Check> checks(Sources.Entry entry, Catalogue catalogue) {
    return Stream.concat(
            catalogue.checks().stream().filter(c -> c.table().equals(entry.table().name())),
            entry.mapping().rules().checks().stream())
        .toList();
  }

  /** Whether a row without this part of its key has no name. */
  private static boolean names(TableSchema table, String field) {
    return table.field(field).map(Field::identifying).orElse(true);
  }
}
