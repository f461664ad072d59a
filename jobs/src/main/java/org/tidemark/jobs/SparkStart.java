package org.tidemark.jobs;

import org.apache.spark.sql.SparkSession;

/**
 * Starts Spark inside the process, or against a cluster, with the settings that results rest on.
 */
final class SparkStart {
  /** Fewest bytes a shuffle partition is made for. */
  private static final long PARTITION_BYTES = 32L << 20;

  private static final int MOST_PARTITIONS = 200;

  private static final String CODE = "spark.sql.codegen.factoryMode";

  /** Spark's own setting; the operator's choice wins. */
  static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private SparkStart() {}

  /** A session on the given master. */
  static SparkSession session(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("tidemark")
            .master(master)
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            // An expression of a mapping that cannot be computed gives null, which a check refuses;
            // an exception of Spark's would print the value.
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.sql.caseSensitive", "true")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config(PARTITIONS, System.getProperty(PARTITIONS, "2"))
            .config("spark.sql.adaptive.coalescePartitions.enabled", "true")
            // Its asynchronous reads of local files never return on JDK 25.
            .config("spark.hadoop.parquet.hadoop.vectored.io.enabled", "false")
            // By default each aggregation and sort of each task takes up to 64 MB at once.
            .config("spark.buffer.pageSize", "4m")
            // The JVM never compiles a method longer than this: the checks would run interpreted.
            .config("spark.sql.codegen.hugeMethodLimit", 8000)
            .config("spark.sql.catalogImplementation", "in-memory");
    // An expression of a mapping or check reads the tables it is given, and no file beside them.
    builder.config("spark.sql.runSQLOnFiles", "false");
    Cluster.settings(master).forEach(builder::config);
    return builder.getOrCreate();
  }

  /**
   * Fits Spark to the size of the input: shuffle partitions, and for a small one no generated code
   * and no re-planning, which cost more than they save. Figures do not depend on any of these.
   */
  static int partitionsFor(SparkSession spark, long bytes) {
    boolean large = bytes >= PARTITION_BYTES;
    spark.conf().set("spark.sql.codegen.wholeStage", large);
    spark.conf().set("spark.sql.adaptive.enabled", large);
    spark.conf().set("spark.sql.inMemoryColumnarStorage.compressed", large);
    if (!large) {
      // Without generated code it keeps a cache an expression, and clears it for every row.
      spark.conf().set("spark.sql.subexpressionElimination.enabled", false);
      // Each table broadcast for a join is a job of its own.
      spark.conf().set("spark.sql.autoBroadcastJoinThreshold", -1);
    }
    spark.conf().set(CODE, large ? "FALLBACK" : "NO_CODEGEN");
    // Jobs that do not come from a query look here.
    spark.sparkContext().setLocalProperty(CODE, spark.conf().get(CODE));
    String chosen = System.getProperty(PARTITIONS);
    if (chosen != null) {
      return Integer.parseInt(chosen);
    }
    int cores = spark.sparkContext().defaultParallelism();
    long wanted = bytes / PARTITION_BYTES;
    int partitions = (int) Math.max(1, Math.min(Math.max(MOST_PARTITIONS, cores), wanted));
    spark.conf().set(PARTITIONS, partitions);
    return partitions;
  }
}
