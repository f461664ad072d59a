package org.tidemark.derive;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.tidemark.catalogue.Expression;
import org.tidemark.catalogue.Expression.Kind;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Term;
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

  /** Refuses a piece of SQL that does not resolve; a query is put in place under its name. */
  void require(Expression declared) {
    String where = "schemas, " + declared.where();
    if (JAVA.matcher(declared.sql()).find()) {
      throw Refusal.operator(where, "calls a method of Java", "use the functions of SQL alone");
    }
    if (declared.kind() == Kind.QUERY) {
      Dataset<Row> rows = resolved(where, () -> query(declared.sql()));
      requireColumns(where, rows);
      rows.createOrReplaceTempView(declared.relation());
    } else if (!declared.relation().isEmpty()) {
      DataType type = typeOf(where, relation(declared), declared.sql());
      if (declared.kind() == Kind.PREDICATE && !isTruth(type)) {
        throw Refusal.operator(where, "gives " + type.simpleString(), "write a predicate");
      }
    }
  }

  /** Refuses an indicator on a relation without site or date, or with amounts that are none. */
  void require(Indicator indicator) {
    String where = "schemas, indicator " + indicator.code();
    for (String relation : indicator.relations()) {
      requireColumns(
          where + ", relation", resolved(where + ", relation", () -> spark.table(relation)));
    }
    for (Measure measure : indicator.measures()) {
      String place = where + ", " + measure.statistic();
      for (Term term : measure.terms()) {
        Dataset<Row> rows = spark.table(indicator.relationOf(term));
        requireAmount(place + " numerator", rows, term.numerator());
        requireAmount(place + " denominator", rows, term.denominator());
      }
      if (!measure.key().isEmpty()) {
        requireAmount(place + " key", spark.table(indicator.relation()), measure.key());
      }
    }
  }

  private Dataset<Row> relation(Expression declared) {
    Dataset<Row> rows = spark.table(declared.relation());
    for (Map.Entry<String, FieldType> input : declared.inputs().entrySet()) {
      rows = rows.withColumn(input.getKey(), lit(null).cast(Views.stored(input.getValue())));
    }
    return rows;
  }

  private static void requireAmount(String where, Dataset<Row> rows, String sql) {
    DataType type = typeOf(where, rows, sql);
    if (!(type instanceof NumericType) && !isTruth(type)) {
      throw Refusal.operator(
          where, "gives " + type.simpleString(), "write an expression that gives a number");
    }
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

  private static DataType typeOf(String where, Dataset<Row> rows, String sql) {
    return resolved(where, () -> rows.select(expr(sql))).schema().fields()[0].dataType();
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
  private static Dataset<Row> resolved(String where, Supplier<Dataset<Row>> sql) {
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
