package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Shared-schema tables with a few rows, as Spark holds them, under the names that SQL calls them.
 */
final class SharedTables implements AutoCloseable {
  static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private final SparkSession spark;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  private SharedTables(SparkSession spark) {
    this.spark = spark;
  }

  /** All tables, empty, and the data cut-off. */
  static SharedTables of(SparkSession spark, String asOf) {
    spark.sql("DECLARE OR REPLACE VARIABLE as_of STRING DEFAULT '" + asOf + "'");
    SharedTables tables = new SharedTables(spark);
    CATALOGUE.tables().keySet().forEach(name -> tables.rows.put(name, new ArrayList<>()));
    return tables;
  }

  /** Adds rows: the columns that are given, then each row's cells; an empty cell is null. */
  SharedTables with(String table, String columns, String... lines) {
    List<String> given = List.of(columns.split(" "));
    TableSchema schema = CATALOGUE.tables().get(table);
    for (String line : lines) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      Object[] values =
          schema.fields().stream()
              .map(f -> value(f.type(), given.indexOf(f.name()), cells))
              .toArray();
      rows.get(table).add(RowFactory.create(values));
    }
    return this;
  }

  private static Object value(FieldType type, int index, List<String> cells) {
    if (index < 0 || cells.get(index).isEmpty()) {
      return null;
    }
    String cell = cells.get(index);
    return switch (type) {
      case INTEGER -> Integer.valueOf(cell);
      case NUMBER -> Double.valueOf(cell);
      case BOOLEAN -> Boolean.valueOf(cell);
      default -> cell;
    };
  }

  static DataType type(FieldType type) {
    return switch (type) {
      case INTEGER -> DataTypes.IntegerType;
      case NUMBER -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      default -> DataTypes.StringType;
    };
  }

  /** One table as it stands. */
  Dataset<Row> table(String name) {
    StructType schema = new StructType();
    for (Field field : CATALOGUE.tables().get(name).fields()) {
      schema = schema.add(field.name(), type(field.type()));
    }
    return spark.createDataFrame(rows.get(name), schema);
  }

  /** Makes tables and views known to the session: those that the given views read, or all. */
  SharedTables register(String... views) {
    List<View> wanted =
        CATALOGUE.views().stream()
            .filter(v -> views.length == 0 || List.of(views).contains(v.name()))
            .toList();
    rows.keySet().stream()
        .filter(t -> views.length == 0 || wanted.stream().anyMatch(v -> v.tables().contains(t)))
        .forEach(name -> table(name).createOrReplaceTempView(name));
    wanted.forEach(view -> spark.sql(view.sql()).createOrReplaceTempView(view.name()));
    return this;
  }

  /** The rows of a query as text, cells separated by commas, in order. */
  List<String> query(String sql) {
    return spark.sql(sql).collectAsList().stream().map(row -> row.mkString(",")).sorted().toList();
  }

  @Override
  public void close() {
    CATALOGUE.views().forEach(view -> spark.catalog().dropTempView(view.name()));
    rows.keySet().forEach(name -> spark.catalog().dropTempView(name));
    spark.sql("DROP TEMPORARY VARIABLE as_of");
  }
}
