package org.tidemark.derive;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Expression;
import org.tidemark.catalogue.Expression.Kind;
import org.tidemark.catalogue.Expressions;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.catalogue.View;

/**
 * The relations that indicators count on, by name in the Spark session: every table of the shared
 * schema, empty where the programme has no such source, and every view the catalogue declares.
 * Views read the data cut-off as the session variable {@code as_of}, ISO 8601 text.
 *
 * <p>Registering reads no data. Names are those of the session: one run, one session.
 */
public final class Views {
  /** The name by which views call the data cut-off. */
  public static final String AS_OF = "as_of";

  private Views() {}

  /**
   * Puts tables and views in place.
   *
   * @param tables the rows that count, by table; columns beside the schema's fields are left out
   * @param schemas every table of the shared schema by name
   * @param views the catalogue's views, in the order they may build on each other
   * @param asOf the data cut-off
   * @param asked the relations that are read; only they and what they build on are put in place
   */
  public static void register(
      SparkSession spark,
      Map<String, Dataset<Row>> tables,
      Map<String, TableSchema> schemas,
      List<View> views,
      LocalDate asOf,
      Set<String> asked) {
    Set<String> needed = needed(views, asked);
    place(spark, tables, schemas.values().stream().filter(t -> needed.contains(t.name())), asOf);
    views.stream()
        .filter(view -> needed.contains(view.name()))
        .forEach(view -> spark.sql(view.sql()).createOrReplaceTempView(view.name()));
  }

  /** Views build on those before them: what the last ones read is known first. */
  private static Set<String> needed(List<View> views, Set<String> asked) {
    Set<String> needed = new HashSet<>(asked);
    for (int i = views.size() - 1; i >= 0; i--) {
      if (needed.contains(views.get(i).name())) {
        needed.addAll(views.get(i).tables());
      }
    }
    return needed;
  }

  /**
   * Resolves all SQL that the catalogue declares against its schemas, before any data are read; a
   * wrong piece is refused by its entry and field. Tables stand empty afterwards.
   */
  public static void validate(SparkSession spark, Catalogue catalogue) {
    // Any day serves: nothing is computed.
    place(spark, Map.of(), catalogue.tables().values().stream(), LocalDate.EPOCH);
    ViewExpressions expressions = ViewExpressions.in(spark);
    List<Expression> declared = Expressions.of(catalogue);
    declared.stream().filter(e -> e.kind() == Kind.QUERY).forEach(expressions::place);
    catalogue.indicators().values().forEach(expressions::require);
    expressions.require(declared.stream().filter(e -> e.kind() != Kind.QUERY).toList());
  }

  private static void place(
      SparkSession spark,
      Map<String, Dataset<Row>> tables,
      Stream<TableSchema> schemas,
      LocalDate asOf) {
    spark.sql(
        "DECLARE OR REPLACE VARIABLE %s STRING DEFAULT '%s'".formatted(AS_OF, asOf.toString()));
    schemas.forEach(
        schema -> {
          Dataset<Row> rows = tables.get(schema.name());
          Dataset<Row> shown = rows == null ? empty(spark, schema) : rows.select(fields(schema));
          shown.createOrReplaceTempView(schema.name());
        });
  }

  private static Column[] fields(TableSchema schema) {
    return schema.fields().stream().map(f -> col(f.name())).toArray(Column[]::new);
  }

  private static Dataset<Row> empty(SparkSession spark, TableSchema schema) {
    return spark.createDataFrame(List.of(), structure(schema));
  }

  /** The Spark schema of a table's fields. */
  public static StructType structure(TableSchema schema) {
    return DataTypes.createStructType(
        schema.fields().stream()
            .map(f -> DataTypes.createStructField(f.name(), stored(f.type()), true))
            .toArray(StructField[]::new));
  }

  /** The Spark type in which a field type is stored. */
  static DataType stored(FieldType type) {
    return switch (type) {
      case INTEGER -> DataTypes.IntegerType;
      case NUMBER -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case STRING, LIST, DATE, DATETIME -> DataTypes.StringType;
    };
  }
}
