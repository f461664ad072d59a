package org.tidemark.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.StagedColumns;

/** Staged rows for tests: text fields, then the columns every staged row carries. */
public final class Staged {
  private final List<String> fields;
  private final List<Row> rows = new ArrayList<>();

  private Staged(List<String> fields) {
    this.fields = fields;
  }

  /** A table of text fields. */
  public static Staged of(String... fields) {
    return new Staged(List.of(fields));
  }

  /** One accepted row at a place, with its content hashed from its cells. */
  public Staged row(String file, long record, String... cells) {
    return row(file, record, null, cells);
  }

  /** One row that a rule refused at check. */
  public Staged refused(String file, long record, String rule, String... cells) {
    return row(file, record, rule, cells);
  }

  private Staged row(String file, long record, String rule, String[] cells) {
    List<Object> values = new ArrayList<>(java.util.Arrays.asList(cells));
    values.add("source");
    values.add(file);
    values.add(record);
    long hash = java.util.Arrays.hashCode(cells);
    values.add(hash);
    values.add(-hash);
    values.add(rule == null ? null : "check");
    values.add(rule);
    values.add(rule == null ? null : String.join(",", cells));
    values.add(rule == null ? List.of() : List.of(rule));
    rows.add(RowFactory.create(values.toArray()));
    return this;
  }

  /** The rows as Spark has them, in the given number of partitions. */
  public Dataset<Row> dataset(SparkSession spark, int partitions) {
    StructType schema = new StructType();
    for (String field : fields) {
      schema = schema.add(field, DataTypes.StringType);
    }
    schema =
        schema
            .add(StagedColumns.SOURCE, DataTypes.StringType)
            .add(StagedColumns.FILE, DataTypes.StringType)
            .add(StagedColumns.RECORD, DataTypes.LongType)
            .add(StagedColumns.HASH_HIGH, DataTypes.LongType)
            .add(StagedColumns.HASH_LOW, DataTypes.LongType)
            .add(StagedColumns.REFUSED_AT, DataTypes.StringType)
            .add(StagedColumns.REFUSAL, DataTypes.StringType)
            .add(StagedColumns.RAW, DataTypes.StringType)
            .add(StagedColumns.FINDINGS, DataTypes.createArrayType(DataTypes.StringType));
    return spark.createDataFrame(rows, schema).repartition(partitions);
  }
}
