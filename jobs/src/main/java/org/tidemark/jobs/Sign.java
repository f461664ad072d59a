package org.tidemark.jobs;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What only a source as a whole gives away, counted.
 *
 * @param rule its name in {@code finding}
 * @param severity likewise
 * @param source the source's id
 * @param count how many records or corrections
 * @param said what an operator should know, without a value of a record; empty where the count says
 *     it
 */
record Sign(String rule, String severity, String source, long count, String said) {
  private static final StructType COLUMNS =
      new StructType()
          .add("rule", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("area", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false)
          .add("count", DataTypes.LongType, false)
          .add("severity", DataTypes.StringType, false);

  /** Rows of {@code finding}. */
  static Dataset<Row> rows(SparkSession spark, List<Sign> signs) {
    return spark.createDataFrame(
        signs.stream()
            .map(s -> RowFactory.create(s.rule, s.source, "", "", s.count, s.severity))
            .toList(),
        COLUMNS);
  }
}
