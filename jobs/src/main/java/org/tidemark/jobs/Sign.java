package org.tidemark.jobs;

import java.util.List;
import java.util.Optional;
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
 * @param lines where to look, where it is of some lines of a file
 */
record Sign(
    String rule, String severity, String source, long count, String said, Optional<Lines> lines) {
  /**
   * Where in a file of the registry's own it is to be looked at.
   *
   * @param numbers of the first lines
   * @param file its name
   */
  record Lines(String numbers, String file) {}

  /** A sign of a source as a whole. */
  Sign(String rule, String severity, String source, long count, String said) {
    this(rule, severity, source, count, said, Optional.empty());
  }

  /** What is said of it in a language; as it came where that has no words of its own. */
  String told(CheckWords words) {
    String own = words.ofRule(rule, said);
    return own.isEmpty()
        ? own
        : own + lines.map(l -> words.say("lines", l.numbers(), l.file())).orElse("");
  }

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
