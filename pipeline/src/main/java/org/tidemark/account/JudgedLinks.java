package org.tidemark.account;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Brings the links of all tables together in one job, whatever the number of checks, and puts what
 * breaks a rule beside what staging found. What the tasks counted are their results.
 */
final class JudgedLinks {
  private static final Column[] ORDER =
      Stream.concat(
              Stream.of(Link.GROUP, Link.KEY, Link.SIDE, Link.LOW, StagedColumns.TABLE),
              StagedColumns.PLACE.stream())
          .map(c -> col(c))
          .toArray(Column[]::new);

  private final String folder;
  private final LinkJudge judge;

  private JudgedLinks(String folder, LinkJudge judge) {
    this.folder = folder;
    this.judge = judge;
  }

  static JudgedLinks in(String folder, LinkJudge judge) {
    return new JudgedLinks(folder, judge);
  }

  /** The accounts of what was found, one a table and task. */
  List<PartCount> keep(Dataset<Row> links) {
    SparkSession spark = links.sparkSession();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    boolean one = spark.conf().get("spark.sql.shuffle.partitions").equals("1");
    JavaRDD<InternalRow> rows =
        (one ? links.coalesce(1) : links.repartition(col(Link.GROUP), col(Link.KEY)))
            .sortWithinPartitions(ORDER)
            .queryExecution()
            .toRdd()
            .toJavaRDD();
    String place = folder;
    LinkJudge own = judge;
    return rows.mapPartitionsWithIndex(
            (index, part) -> {
              long attempt = TaskContext.get().taskAttemptId();
              return found(own.broken(part), place, index, attempt, conf.value().value());
            },
            true)
        .collect();
  }

  private static Iterator<PartCount> found(
      Iterator<InternalRow> broken, String folder, int index, long attempt, Configuration conf)
      throws IOException {
    String name = String.format(Locale.ROOT, "across-%05d.parquet", index);
    Path place = new Path(new Path(folder, StagedTables.FOUND), name);
    Map<String, Map<List<String>, Long>> counts = new HashMap<>();
    try (RowsFile file = RowsFile.at(place, StagedShape.found(), Set.of(), attempt, conf)) {
      while (broken.hasNext()) {
        InternalRow link = broken.next();
        counts
            .computeIfAbsent(text(link, Link.AT_TABLE), t -> new HashMap<>())
            .merge(counted(link), 1L, Long::sum);
        file.add(Link.found(link));
      }
      file.finish();
    }
    List<PartCount> accounts = new ArrayList<>();
    counts.forEach((table, found) -> accounts.add(account(table, found)));
    return accounts.iterator();
  }

  /** Rule, source, file, area and year of what is found. */
  private static List<String> counted(InternalRow link) {
    return List.of(
        text(link, Link.AT_RULE),
        text(link, Link.AT_FOUND),
        text(link, Link.AT_FOUND + 1),
        text(link, Link.AT_RULE - 2),
        text(link, Link.AT_RULE - 1));
  }

  private static PartCount account(String table, Map<List<String>, Long> found) {
    List<FindingCount> counts = new ArrayList<>();
    found.forEach(
        (f, n) ->
            counts.add(new FindingCount(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), n)));
    long records = found.values().stream().mapToLong(Long::longValue).sum();
    return new PartCount(table, 0, 0, 0, records, List.of(), counts, List.of(), List.of());
  }

  private static String text(InternalRow row, int at) {
    UTF8String text = row.getUTF8String(at);
    return text == null ? "" : text.toString();
  }
}
