package org.tidemark.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.Ledger;
import org.tidemark.account.Precedence;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedShape;
import org.tidemark.account.StagedTables;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.SourceFormat;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.check.Checks;
import org.tidemark.coding.MultiplePrimaries;
import org.tidemark.conform.Conform;
import org.tidemark.conform.Conformer;
import org.tidemark.derive.Cases;
import org.tidemark.derive.Classification;
import org.tidemark.derive.GroupFunction;
import org.tidemark.derive.Groupings;
import org.tidemark.derive.Views;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;
import org.tidemark.ingest.Intake;
import org.tidemark.resolve.Decisions;
import org.tidemark.resolve.Persons;
import org.tidemark.resolve.Resolution;
import org.tidemark.tally.CaseCells;

/**
 * CSV into the shared schema in Parquet with exact accounting, against Spark's own CSV reader doing
 * a bare typed copy with the columns given. Arguments: the CSV, an empty folder, the number of
 * pairs.
 */
public final class IngestBench {
  private static final String OWN = "ingest with accounting";
  private static final String ALL = "the same with all checks";
  private static final String RESOLVED = "the same with multiple primaries and ICD-10 too";
  private static final String SPARK = "Spark's reader, typed copy";
  private static final String DUCKDB = "DuckDB's reader, rejects stored";

  private static final String EDITION = "IARC/IACR/ENCR 2004 with later ICD-O-3 codes";

  private final SparkSession spark;
  private final String csv;
  private final Path work;
  private final Catalogue catalogue = CatalogueReader.read(Optional.empty());
  private final TableSchema table = catalogue.tables().get("tumour");

  private IngestBench(SparkSession spark, String csv, Path work) {
    this.spark = spark;
    this.csv = csv;
    this.work = work;
  }

  /** Runs the pairs and prints medians. */
  public static void main(String[] args) throws Exception {
    Bench bench = Bench.start();
    IngestBench ingest = new IngestBench(bench.spark(), args[0], new Path(args[1]));
    int pairs = Integer.parseInt(args[2]);
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int i = 0; i <= pairs; i++) {
      Map<String, Double> pair = new LinkedHashMap<>();
      pair.put(OWN, ingest.timed("ingest", () -> ingest.own(false)));
      pair.put(ALL, ingest.timed("with all checks", () -> ingest.own(true)));
      pair.put(RESOLVED, ingest.timed("primaries and ICD-10 too", ingest::resolved));
      pair.put(SPARK, ingest.timed("Spark", ingest::bare));
      pair.put(DUCKDB, ingest.timed("DuckDB", ingest::duckdb));
      if (i > 0) {
        pair.forEach((what, s) -> seconds.computeIfAbsent(what, w -> new ArrayList<>()).add(s));
      }
    }
    seconds.forEach((what, all) -> Bench.say("%-55s %.2f s", what, Bench.median(array(all))));
    Bench.say("rate against Spark's reader    %.2f x", ratio(seconds, SPARK, OWN));
    Bench.say("time against DuckDB's          %.2f x", ratio(seconds, OWN, DUCKDB));
    Bench.say("with checks / ingest           %.2f x", ratio(seconds, ALL, OWN));
    Bench.say("with all of it / ingest        %.2f x", ratio(seconds, RESOLVED, OWN));
    bench.spark().stop();
  }

  /** The median of the pairs' ratios. */
  private static double ratio(Map<String, List<Double>> seconds, String above, String below) {
    double[] ratios = new double[seconds.get(above).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = seconds.get(above).get(i) / seconds.get(below).get(i);
    }
    return Bench.median(ratios);
  }

  private double timed(String name, Runnable work) throws Exception {
    FileSystem files = this.work.getFileSystem(spark.sparkContext().hadoopConfiguration());
    files.delete(this.work, true);
    files.mkdirs(this.work);
    System.gc();
    double seconds = Bench.wallNanos(work) / 1e9;
    Bench.say("  %s %.2f s", name, seconds);
    return seconds;
  }

  private Staged own(boolean withChecks) {
    Source source =
        new Source("bench", "tumour", csv, SourceFormat.CSV, Mapping.SHARED, Source.Beyond.ERROR);
    Mapping mapping = Mapping.shared("tumour");
    Conformer conformer = Conformer.of(table, mapping);
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Intake intake = new Intake("file:///", source, mapping.text(), conformer.plan(), false);
    List<Check> checks =
        withChecks
            ? catalogue.checks().stream().filter(c -> c.table().equals("tumour")).toList()
            : List.of();
    Dataset<Row> rows =
        Checks.of(checks, mapping, java.time.LocalDate.of(2023, 12, 31))
            .verdicts(
                Conform.rows(spark, ingest.read(ingest.survey(intake)), conformer, table, mapping));
    StagedShape shape =
        StagedShape.of(
                "tumour",
                rows.schema(),
                table.primaryKey(),
                table.primaryKey(),
                table.submissionField(),
                Checks.refusing(checks))
            .varying(table.dates())
            .varying(table.identifying());
    Staged staged =
        StagedTables.in(spark, work.toUri())
            .keep(List.of(new StagedTables.Part(shape.preferring(precedence()), rows)));
    long accepted =
        Ledger.of(staged.accounts().stream().flatMap(a -> a.fates().stream()).toList())
            .total("check")
            .accepted();
    Bench.say("    %d rows accepted", accepted);
    return staged;
  }

  /** On top of the checks: what was sent twice, the tumours of persons, and groups by ICD-10. */
  private void resolved() {
    Staged staged = own(true);
    Dataset<Row> twice = kept("merged", Resolution.merged(staged));
    Dataset<Row> tumours = Resolution.counting("tumour", staged.tables().get("tumour"), twice);
    Persons persons =
        Persons.of(
            Map.of("bench", ""),
            new Persons.Rules(
                MultiplePrimaries.of(
                    catalogue.codes().get("mp_topography").rows(),
                    catalogue.codes().get("mp_histology").rows(),
                    new MultiplePrimaries.Options(EDITION, false, false)),
                precedence(),
                Map.of(),
                Decisions.NONE));
    Dataset<Row> histories = kept("histories", persons.histories(tumours));
    Classification groups =
        Groupings.of(catalogue, List.of("ci5-icd10"), Programme.Coding.STANDARD);
    GroupFunction.register(spark, groups);
    // As a run does: where no tumours count as one, none is looked up among those that do.
    long told = histories.count();
    Dataset<Row> counted = told == 0 ? tumours : Persons.counted(tumours, histories);
    long cells = kept("cells", CaseCells.of(Cases.of(counted), groups, true)).count();
    Bench.say("    %d persons' records to look at, %d cells", told, cells);
  }

  private Precedence precedence() {
    return Precedence.of(catalogue.codes().get("record_precedence").rows());
  }

  private Dataset<Row> kept(String name, Dataset<Row> rows) {
    String place = new Path(work, name).toString();
    rows.write().parquet(place);
    return spark.read().schema(rows.schema()).parquet(place);
  }

  /** DuckDB's reader with columns given and rejects stored, on as many threads. */
  private void duckdb() {
    String[] header = spark.read().option("header", true).csv(csv).columns();
    String columns =
        Arrays.stream(header)
            .map(c -> "'%s': '%s'".formatted(c, duckdb(Views.structure(table).apply(c).dataType())))
            .collect(Collectors.joining(", "));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET threads = " + spark.sparkContext().defaultParallelism());
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', delim = ',', header = true, columns = {%s},"
                  .formatted(csv, columns)
              + " store_rejects = true)) TO '%s' (FORMAT parquet)"
                  .formatted(new Path(work, "duckdb.parquet").toUri().getPath()));
      try (ResultSet count =
          statement.executeQuery("SELECT count(*) FROM '%s'".formatted(work + "/duckdb.parquet"))) {
        count.next();
        Bench.say("    %d rows copied", count.getLong(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String duckdb(DataType type) {
    if (type.equals(DataTypes.IntegerType)) {
      return "INTEGER";
    }
    return type.equals(DataTypes.DoubleType) ? "DOUBLE" : "VARCHAR";
  }

  private void bare() {
    String[] header = spark.read().option("header", true).csv(csv).columns();
    StructType typed = new StructType();
    StructType all = Views.structure(table);
    for (String column : header) {
      typed = typed.add(all.apply(column));
    }
    String place = new Path(work, "bare").toString();
    spark
        .read()
        .option("header", true)
        .option("delimiter", ",")
        .schema(typed)
        .csv(csv)
        .write()
        .parquet(place);
    Bench.say("    %d rows copied", spark.read().parquet(place).count());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
