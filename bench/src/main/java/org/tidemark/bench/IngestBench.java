package org.tidemark.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.Ledger;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedShape;
import org.tidemark.account.StagedTables;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.SourceFormat;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.check.Checks;
import org.tidemark.conform.Conform;
import org.tidemark.conform.Conformer;
import org.tidemark.derive.Views;
import org.tidemark.ingest.Ingest;
import org.tidemark.ingest.IngestLimits;
import org.tidemark.ingest.Intake;

/**
 * CSV into the shared schema in Parquet with exact accounting, against Spark's own CSV reader doing
 * a bare typed copy with the columns given. Arguments: the CSV, an empty folder, the number of
 * pairs.
 */
public final class IngestBench {
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
    List<Double> ours = new ArrayList<>();
    List<Double> checked = new ArrayList<>();
    List<Double> sparks = new ArrayList<>();
    for (int i = 0; i <= pairs; i++) {
      double own = ingest.timed("own-" + i, () -> ingest.own(false));
      double all = ingest.timed("all-" + i, () -> ingest.own(true));
      double bare = ingest.timed("bare-" + i, ingest::bare);
      if (i > 0) {
        ours.add(own);
        checked.add(all);
        sparks.add(bare);
      }
    }
    double[] ratio = new double[pairs];
    double[] ratioChecked = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      ratio[i] = sparks.get(i) / ours.get(i);
      ratioChecked[i] = checked.get(i) / ours.get(i);
    }
    Bench.say("ingest with accounting     %.2f s", Bench.median(array(ours)));
    Bench.say("the same with all checks   %.2f s", Bench.median(array(checked)));
    Bench.say("Spark's reader, typed copy %.2f s", Bench.median(array(sparks)));
    Bench.say("rate against Spark's       %.2f x (median of %d pairs)", Bench.median(ratio), pairs);
    Bench.say("time with checks / without %.2f x", Bench.median(ratioChecked));
    bench.spark().stop();
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

  private void own(boolean withChecks) {
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
        Checks.verdicts(
            Conform.rows(spark, ingest.read(ingest.survey(intake)), conformer, table, mapping),
            checks,
            mapping,
            java.time.LocalDate.of(2023, 12, 31));
    StagedShape shape =
        StagedShape.of(
                "tumour",
                rows.schema(),
                table.primaryKey(),
                table.primaryKey(),
                table.submissionField(),
                Checks.refusing(checks))
            .varying(table.dates());
    Staged staged =
        StagedTables.in(spark, work.toUri()).keep(List.of(new StagedTables.Part(shape, rows)));
    long accepted =
        Ledger.of(staged.accounts().stream().flatMap(a -> a.fates().stream()).toList())
            .total("check")
            .accepted();
    Bench.say("    %d rows accepted", accepted);
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
