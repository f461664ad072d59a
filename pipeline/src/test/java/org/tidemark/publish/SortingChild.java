package org.tidemark.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Sorts and writes a table by Spark, in a JVM of its own: folder, partitions. */
final class SortingChild {
  private static final StructType COLUMNS =
      new StructType()
          .add("area", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("value", DataTypes.DoubleType)
          .add("final", DataTypes.BooleanType)
          .add("status", DataTypes.StringType);

  private SortingChild() {}

  public static void main(String[] arguments) throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    var folder = new org.apache.hadoop.fs.Path(Path.of(arguments[0]).toUri());
    int partitions = Integer.parseInt(arguments[1]);
    TableWriter.into(SampleTables.rawLocal(), folder)
        .write(
            SampleTables.RATE,
            spark.createDataFrame(rows(), COLUMNS).repartition(partitions),
            partitions);
    spark.stop();
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String area : List.of("I", "i", "\u0130", "\u0131", "\u0662", "A", "\u00C5", "z")) {
      for (int i = 0; i < 200; i++) {
        rows.add(RowFactory.create(area, i, i / 7.0, i % 3 == 0, "OK"));
      }
    }
    return rows;
  }
}
