package org.tidemark.account;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Stages conformed and checked rows of all tables, in one Spark job: each record is read once,
 * stored once and counted once. The counts are results of the tasks, not accumulators, which are
 * not exact when a task is tried again.
 */
public final class StagedTables {
  /** The stage of the checks. */
  static final UTF8String CHECK = UTF8String.fromString("check");

  /** The stage in which records count through another one. */
  static final UTF8String RESOLVE = UTF8String.fromString(StagedColumns.MERGED_AT);

  /** Between the ids of findings. */
  static final UTF8String BLANK = UTF8String.fromString(" ");

  /** The folder of the index. */
  static final String INDEX = "index";

  /** The folder of refused records. */
  static final String QUARANTINE = "refused";

  /** The folder of what the checks found. */
  static final String FOUND = "found";

  /** The folder of links. */
  static final String LINKS = "links";

  private final SparkSession spark;
  private final String folder;

  private StagedTables(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** Tables in an existing, private folder without tables. */
  public static StagedTables in(SparkSession spark, java.net.URI folder) {
    // A path, not the URI's text: its %20 for a blank would be taken for another folder's name.
    return new StagedTables(spark, new Path(folder).toString());
  }

  /**
   * Rows of one source that were conformed and checked.
   *
   * @param shape where their columns stand
   * @param rows the rows
   */
  public record Part(StagedShape shape, Dataset<Row> rows) {}

  /** Keeps all rows; the only job that reads the sources. */
  public Staged keep(List<Part> parts) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    List<JavaRDD<PartCount>> counts = new ArrayList<>();
    for (Part part : parts) {
      counts.add(counted(part, String.format(Locale.ROOT, "%03d", counts.size()), conf));
    }
    return AlreadyHad.apart(staged(parts, union(context, counts).collect()));
  }

  /**
   * The same with what checks against other rows find of the rows that count: one job, whatever the
   * number of checks and tables.
   *
   * @param merged the places of rows that count through another one, by table; empty where no table
   *     with links has such rows
   */
  public Staged judged(Staged staged, Optional<Dataset<Row>> merged, LinkJudge judge) {
    Optional<Dataset<Row>> links = staged.links();
    if (links.isEmpty()) {
      return staged;
    }
    String[] place =
        Stream.concat(Stream.of(StagedColumns.TABLE), StagedColumns.PLACE.stream())
            .toArray(String[]::new);
    Dataset<Row> counting =
        merged
            .map(m -> links.get().join(m.selectExpr(place), place, "left_anti"))
            .orElse(links.get())
            .select(Stream.of(Link.columns().fieldNames()).map(c -> col(c)).toArray(Column[]::new));
    List<PartCount> found = JudgedLinks.in(folder, judge).keep(counting);
    if (found.isEmpty()) {
      return staged;
    }
    // What staging found may leave out files that were had already: those rows stand in it.
    Dataset<Row> all =
        spark
            .read()
            .schema(StagedShape.found())
            .parquet(folder + (folder.endsWith("/") ? "" : "/") + FOUND + "/across-*");
    return staged.judged(all, found);
  }

  @SuppressWarnings("unchecked")
  private static JavaRDD<PartCount> union(
      JavaSparkContext context, List<JavaRDD<PartCount>> counts) {
    return context.union(counts.toArray(JavaRDD[]::new));
  }

  private JavaRDD<PartCount> counted(
      Part part, String source, Broadcast<SerializableConfiguration> conf) {
    StagedShape shape = part.shape();
    String place = folder;
    return UncopiedRows.of(part.rows())
        .mapPartitionsWithIndex(
            (index, own) -> {
              String name = String.format(Locale.ROOT, "%s-%05d", source, index);
              StagedPart keeper = StagedPart.of(shape, place, conf.value().value());
              return List.of(keeper.keep(name, own, TaskContext.get().taskAttemptId())).iterator();
            },
            true);
  }

  private Staged staged(List<Part> parts, List<PartCount> accounts) {
    Map<String, StructType> columns = new TreeMap<>();
    parts.forEach(p -> columns.put(p.shape().table(), p.shape().stored()));
    Map<String, Long> kept =
        accounts.stream()
            .collect(
                Collectors.groupingBy(PartCount::table, Collectors.summingLong(PartCount::kept)));
    Map<String, Dataset<Row>> tables = new ConcurrentSkipListMap<>();
    columns.entrySet().parallelStream()
        .forEach(
            c ->
                tables.put(
                    c.getKey(), read(c.getKey(), c.getValue(), kept.getOrDefault(c.getKey(), 0L))));
    long keyed = accounts.stream().mapToLong(PartCount::keyed).sum();
    long refused = accounts.stream().mapToLong(PartCount::refused).sum();
    long found = accounts.stream().mapToLong(PartCount::found).sum();
    return new Staged(
        tables,
        read(INDEX, Index.columns(), keyed),
        read(QUARANTINE, StagedShape.quarantine(), refused),
        read(FOUND, StagedShape.found(), found),
        parts.stream().anyMatch(p -> p.shape().find(StagedColumns.LINKS) >= 0) && anyLink()
            ? Optional.of(read(LINKS, Link.columns(), 1))
            : Optional.empty(),
        accounts);
  }

  private boolean anyLink() {
    Path links = new Path(folder, LINKS);
    try {
      return links.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(links);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table back. Where Spark is to shuffle into one partition, the table is one from the
   * start: it then shuffles nothing at all.
   */
  private Dataset<Row> read(String name, StructType columns, long rows) {
    if (rows == 0) {
      return spark.createDataFrame(List.<Row>of(), columns);
    }
    Dataset<Row> kept =
        spark.read().schema(columns).parquet(folder + (folder.endsWith("/") ? "" : "/") + name);
    return spark.conf().get("spark.sql.shuffle.partitions").equals("1") ? kept.coalesce(1) : kept;
  }
}
