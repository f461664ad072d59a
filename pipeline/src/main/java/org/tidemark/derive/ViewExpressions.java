package org.tidemark.derive;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.tidemark.catalogue.Expression;
import org.tidemark.catalogue.Expression.Kind;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Indicator;
import org.tidemark.model.Refusal;

/** Resolves declared SQL against empty relations, so that an error names its entry and field. */
final class ViewExpressions {
  private static final List<String> NEEDED = List.of("site_id", "event_date");
  private static final Pattern JAVA =
      Pattern.compile("\\b(java_method|reflect|try_reflect)[`\\s]*\\(", Pattern.CASE_INSENSITIVE);

  private static final String NONE = "cannot be resolved";
  private static final String NAME = "mend the expression, or the name it calls";

  private final SparkSession spark;

  private ViewExpressions(SparkSession spark) {
    this.spark = spark;
  }

  /** Over a session in which every table stands empty. */
  static ViewExpressions in(SparkSession spark) {
    return new ViewExpressions(spark);
  }

  /** Puts a query in place under its name; refuses one that does not resolve. */
  void place(Expression query) {
    String where = where(query);
    requireSql(query);
    Dataset<Row> rows = resolved(where, () -> query(query.sql()));
    requireColumns(where, rows);
    rows.createOrReplaceTempView(query.relation());
  }

  /** Refuses an indicator on a relation without site or date. */
  void require(Indicator indicator) {
    String where = "schemas, indicator " + indicator.code() + ", relation";
    indicator
        .relations()
        .forEach(r -> requireColumns(where, resolved(where, () -> spark.table(r))));
  }

  /**
   * Refuses a piece of SQL that does not resolve over its relation, or gives what it must not.
   * Those of one relation are resolved together: one by one they would take ten times as long.
   */
  void require(List<Expression> declared) {
    declared.forEach(ViewExpressions::requireSql);
    declared.stream()
        .filter(e -> !e.relation().isEmpty())
        .collect(
            Collectors.groupingBy(
                e -> List.of(e.relation(), e.inputs()), LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(
            same -> {
              Dataset<Row> rows = relation(same.get(0));
              List<DataType> types = types(rows, same);
              for (int i = 0; i < same.size(); i++) {
                requireKind(same.get(i), types.get(i));
              }
            });
  }

  private static String where(Expression declared) {
    return "schemas, " + declared.where();
  }

  private static void requireSql(Expression declared) {
    if (JAVA.matcher(declared.sql()).find()) {
      throw Refusal.operator(
          where(declared), "calls a method of Java", "use the functions of SQL alone");
    }
  }

  /** Where they do not resolve together, one by one: the first that does not is named. */
  private static List<DataType> types(Dataset<Row> rows, List<Expression> declared) {
    try {
      return types(rows, declared.stream().map(e -> expr(e.sql())).toList().toArray(Column[]::new));
    } catch (Exception e) {
      return declared.stream()
          .map(one -> resolved(where(one), () -> types(rows, expr(one.sql())).get(0)))
          .toList();
    }
  }

  private static List<DataType> types(Dataset<Row> rows, Column... columns) {
    return Stream.of(rows.select(columns).schema().fields()).map(StructField::dataType).toList();
  }

  private static void requireKind(Expression declared, DataType type) {
    if (declared.kind() == Kind.PREDICATE && !isTruth(type)) {
      throw Refusal.operator(where(declared), "gives " + type.simpleString(), "write a predicate");
    }
    if (declared.kind() == Kind.AMOUNT && !(type instanceof NumericType) && !isTruth(type)) {
      throw Refusal.operator(
          where(declared),
          "gives " + type.simpleString(),
          "write an expression that gives a number");
    }
  }

  private Dataset<Row> relation(Expression declared) {
    Dataset<Row> rows = spark.table(declared.relation());
    for (Map.Entry<String, FieldType> input : declared.inputs().entrySet()) {
      rows = rows.withColumn(input.getKey(), lit(null).cast(Views.stored(input.getValue())));
    }
    return rows;
  }

  private static void requireColumns(String where, Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns());
    for (String needed : NEEDED) {
      if (!columns.contains(needed)) {
        throw Refusal.operator(
            where, "has no column " + needed, "select " + String.join(" and ", NEEDED));
      }
    }
  }

  private static boolean isTruth(DataType type) {
    return type instanceof BooleanType || type instanceof NullType;
  }

  /** Parsed before it is run: Spark runs a command, such as one that writes files, at once. */
  private Dataset<Row> query(String sql) {
    try {
      ((org.apache.spark.sql.classic.SparkSession) spark)
          .sessionState()
          .sqlParser()
          .parseQuery(sql);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return spark.sql(sql);
  }

  /** Spark's analysis errors are checked exceptions that Scala does not declare. */
  private static <T> T resolved(String where, Supplier<T> sql) {
    try {
      return sql.get();
    } catch (Exception e) {
      throw Refusal.operator(where, reason(e), NAME);
    }
  }

  /** The first line: it names columns and functions of the catalogue; no data have been read. */
  private static String reason(Exception e) {
    String message = e.getMessage() == null ? NONE : e.getMessage();
    return message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse(NONE);
  }
}
