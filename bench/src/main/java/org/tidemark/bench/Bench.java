package org.tidemark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.derive.Views;

/** What the benchmarks share: a session, the processor time of its tasks, and medians. */
final class Bench {
  private final SparkSession spark;
  private final AtomicLong taskNanos = new AtomicLong();

  private Bench(SparkSession spark) {
    this.spark = spark;
  }

  /** A session on two cores, with the settings of the main job. */
  static Bench start() {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("bench")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.codegen.hugeMethodLimit", 8000)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    Bench bench = new Bench(spark);
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd end) {
                bench.taskNanos.addAndGet(end.taskMetrics().executorCpuTime());
              }
            });
    return bench;
  }

  SparkSession spark() {
    return spark;
  }

  /** Processor time of all tasks that the work started, in nanoseconds. */
  long taskNanos(Runnable work) {
    settle();
    long before = taskNanos.get();
    work.run();
    settle();
    return taskNanos.get() - before;
  }

  /** Listeners hear of tasks a moment after they end. */
  private void settle() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("task metrics did not arrive", e);
    }
  }

  /** A CSV whose columns bear the names of a shared table, as its typed rows. */
  static Dataset<Row> conformed(SparkSession spark, String table, String csv) {
    TableSchema schema = CatalogueReader.read(Optional.empty()).tables().get(table);
    Dataset<Row> text = spark.read().option("header", true).csv(csv);
    List<String> sent = Arrays.asList(text.columns());
    for (StructField field : Views.structure(schema).fields()) {
      Column cell = sent.contains(field.name()) ? col(field.name()) : lit(null);
      text = text.withColumn(field.name(), cell.cast(field.dataType()));
    }
    return text;
  }

  /** Wall time in nanoseconds. */
  static long wallNanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
