package org.tidemark.testing;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.StagedColumns;
import org.tidemark.account.StagedShape;
import org.tidemark.account.StagedTables;

/** Conformed and checked rows for tests: text fields, then the columns that every row carries. */
public final class Staged {
  private final String table;
  private final List<String> fields;
  private final List<Row> rows = new ArrayList<>();

  private Staged(String table, List<String> fields) {
    this.table = table;
    this.fields = fields;
  }

  /** A table of text fields. */
  public static Staged of(String table, String... fields) {
    return new Staged(table, List.of(fields));
  }

  /** One row at a place that fails no check, with its content hashed from its cells. */
  public Staged row(String file, long record, String... cells) {
    return row(file, record, "", null, cells);
  }

  /** One row that fails checks, their ids separated by blanks. */
  public Staged found(String file, long record, String rules, String... cells) {
    return row(file, record, rules, null, cells);
  }

  /** One record that a rule refused before the checks. */
  public Staged refused(String file, long record, String rule, String... cells) {
    return row(file, record, "", rule, cells);
  }

  private Staged row(String file, long record, String findings, String refusal, String[] cells) {
    List<Object> values = new ArrayList<>(Arrays.asList(cells));
    values.addAll(Arrays.asList("source", file, record, findings));
    values.add(refusal == null ? null : "conform");
    values.add(refusal);
    values.add(Arrays.stream(cells).map(c -> c == null ? "" : c).collect(joining(",")));
    long hash = Arrays.hashCode(cells);
    values.add(hash);
    values.add(-hash);
    rows.add(RowFactory.create(values.toArray()));
    return this;
  }

  /** The rows as they come out of the checks, in the given number of partitions. */
  public Dataset<Row> checked(SparkSession spark, int partitions) {
    StructType schema = new StructType();
    for (String field : fields) {
      schema = schema.add(field, DataTypes.StringType);
    }
    List<String> behind = new ArrayList<>(StagedColumns.STORED);
    behind.addAll(StagedColumns.PASSING);
    for (String column : behind) {
      boolean number =
          List.of(StagedColumns.RECORD, StagedColumns.HASH_HIGH, StagedColumns.HASH_LOW)
              .contains(column);
      schema = schema.add(column, number ? DataTypes.LongType : DataTypes.StringType);
    }
    return spark.createDataFrame(rows, schema).repartition(partitions);
  }

  /** The rows as they go into the checks. */
  public Dataset<Row> conformed(SparkSession spark) {
    return checked(spark, 1).drop(StagedColumns.FINDINGS);
  }

  /** The rows as a part of what is staged, with the fields of their key. */
  public StagedTables.Part part(
      SparkSession spark, int partitions, List<String> key, Optional<String> submission) {
    Dataset<Row> checked = checked(spark, partitions);
    return new StagedTables.Part(
        StagedShape.of(
            table,
            checked.schema(),
            key,
            key.stream().filter(k -> !k.equals("area")).toList(),
            submission,
            Set.of("INVALID", "ALSO-INVALID")),
        checked);
  }
}
