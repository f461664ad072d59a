package org.tidemark.publish;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Patient-level tables of one run, as Parquet in its private folder: written once, in parallel, and
 * read back by every later stage.
 */
public final class PrivateTables {
  private final SparkSession spark;
  private final String folder;

  private PrivateTables(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** Tables in an existing, private folder. */
  public static PrivateTables in(SparkSession spark, URI folder) {
    // A path, not the URI's text: its %20 for a blank would be taken for another, open folder's
    // name.
    return new PrivateTables(spark, new Path(folder).toString());
  }

  /** Writes a table that is not there yet, and reads it back. */
  public Dataset<Row> write(String name, Dataset<Row> rows) {
    String place = folder + (folder.endsWith("/") ? "" : "/") + name;
    rows.write().mode(SaveMode.ErrorIfExists).parquet(place);
    return spark.read().schema(rows.schema()).parquet(place);
  }

  /** Writes rows as text for people to read: one header, one line a row. */
  public void writeText(String name, Dataset<Row> rows) {
    String place = folder + (folder.endsWith("/") ? "" : "/") + name;
    rows.write()
        .mode(SaveMode.ErrorIfExists)
        .option("header", true)
        .option("escape", "\"")
        .csv(place);
  }
}
