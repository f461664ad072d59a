package org.tidemark.conform;

import static org.apache.spark.sql.functions.expr;

import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.ingest.RawRecord;

/** The stage that brings the records of one source to its shared-schema table. */
public final class Conform {
  private Conform() {}

  /**
   * One row a record: the table's fields, then the columns of {@link
   * org.tidemark.account.StagedColumns} but the findings. Fields that the mapping derives are
   * computed last, from the fields and inputs.
   */
  public static Dataset<Row> rows(
      SparkSession spark,
      JavaRDD<RawRecord> records,
      Conformer conformer,
      TableSchema table,
      Mapping mapping) {
    Dataset<Row> rows =
        ((org.apache.spark.sql.classic.SparkSession) spark)
            .internalCreateDataFrame(
                records.mapPartitions(conformer::rows).rdd(), conformer.schema(), false);
    for (Map.Entry<String, String> derived : mapping.derive().entrySet()) {
      DataType stored = table.field(derived.getKey()).map(Conform::typeOf).orElseThrow();
      rows = rows.withColumn(derived.getKey(), expr(derived.getValue()).cast(stored));
    }
    return rows.drop(mapping.inputs().keySet().toArray(String[]::new));
  }

  private static DataType typeOf(Field field) {
    return CellType.stored(field.type());
  }
}
