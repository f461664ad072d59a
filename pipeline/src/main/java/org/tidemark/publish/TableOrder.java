package org.tidemark.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;

/**
 * The one order in which rows are published: by primary key, then by every other column; nothing
 * first, text by code point, numbers by size. However the rows were partitioned, the order is the
 * same.
 */
final class TableOrder {
  private TableOrder() {}

  /**
   * The rows in order, streamed; the driver holds one of {@code partitions} parts at a time, in
   * Spark's compressed form.
   *
   * @throws IllegalStateException if the columns are not exactly those of the schema
   */
  static Iterator<Row> stream(TableSchema schema, Dataset<Row> rows, int partitions) {
    requireColumns(schema, rows);
    Column[] order = order(schema);
    Dataset<Row> canonical = rows.select(columns(schema));
    Dataset<Row> parts =
        partitions == 1 ? canonical.coalesce(1) : canonical.repartitionByRange(partitions, order);
    return parts.sortWithinPartitions(order).toLocalIterator();
  }

  private static void requireColumns(TableSchema schema, Dataset<Row> rows) {
    Set<String> wanted = new TreeSet<>(schema.fields().stream().map(Field::name).toList());
    List<String> given = Arrays.asList(rows.columns());
    if (given.size() != wanted.size() || !wanted.equals(new TreeSet<>(given))) {
      throw new IllegalStateException(
          "published table " + schema.name() + " has columns " + given + ", not " + wanted);
    }
    schema.fields().stream()
        .filter(Field::identifying)
        .findFirst()
        .ifPresent(
            f -> {
              throw new IllegalStateException(
                  "published table " + schema.name() + ": " + f.name() + " identifies patients");
            });
  }

  private static Column[] columns(TableSchema schema) {
    return schema.fields().stream().map(TableOrder::column).toArray(Column[]::new);
  }

  /** An empty text is no text, so that it sorts as it is written. */
  private static Column column(Field field) {
    Column column = col(quoted(field.name()));
    return switch (field.type()) {
      case INTEGER, BOOLEAN -> column;
      case NUMBER -> column.cast(DataTypes.DoubleType).as(field.name());
      case STRING, DATE, DATETIME, LIST -> nullif(column, lit("")).as(field.name());
    };
  }

  private static Column[] order(TableSchema schema) {
    Set<String> names = new LinkedHashSet<>(schema.primaryKey());
    schema.fields().forEach(f -> names.add(f.name()));
    List<Column> order = new ArrayList<>();
    names.forEach(n -> order.add(col(quoted(n)).asc_nulls_first()));
    return order.toArray(Column[]::new);
  }

  private static String quoted(String name) {
    return "`" + name + "`";
  }
}
