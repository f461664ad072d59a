package org.tidemark.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.tidemark.account.StagedColumns;
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
   * computed last, from the fields and inputs. Records that the source has withdrawn are refused
   * here, before any check speaks of them. Inputs that checks of the source read stay behind the
   * fields; the caller drops them after the checks.
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
    String[] unread =
        mapping.inputs().keySet().stream()
            .filter(c -> !mapping.rules().reads(c))
            .toArray(String[]::new);
    Dataset<Row> kept = withdrawn(rows, mapping);
    return unread.length == 0 ? kept : kept.drop(unread);
  }

  private static Dataset<Row> withdrawn(Dataset<Row> rows, Mapping mapping) {
    if (mapping.rules().exclude().isEmpty()) {
      return rows;
    }
    Column[] rules =
        Stream.concat(
                Stream.of(col(StagedColumns.REFUSAL)),
                mapping.rules().exclude().entrySet().stream()
                    .map(rule -> when(expr(rule.getValue()), lit(rule.getKey()))))
            .toArray(Column[]::new);
    return rows.withColumn(StagedColumns.REFUSAL, coalesce(rules))
        .withColumn(
            StagedColumns.REFUSED_AT,
            when(
                col(StagedColumns.REFUSAL).isNotNull(),
                coalesce(col(StagedColumns.REFUSED_AT), lit(Conformer.STAGE))));
  }

  private static DataType typeOf(Field field) {
    return CellType.stored(field.type());
  }
}
