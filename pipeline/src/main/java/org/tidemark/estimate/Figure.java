package org.tidemark.estimate;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.model.Status;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Interval;

/**
 * One row of a published table in the making, by column name. Each change gives a new figure, so
 * that the rows of a stratum share what they have in common.
 */
public final class Figure {
  private final StructType schema;
  private final Object[] values;

  private Figure(StructType schema, Object[] values) {
    this.schema = schema;
    this.values = values;
  }

  /** The Spark schema of a published table. */
  public static StructType schema(TableSchema table) {
    return DataTypes.createStructType(
        table.fields().stream().map(Figure::column).toArray(StructField[]::new));
  }

  /** A row of the table in which nothing is said yet. */
  public static Figure in(StructType schema) {
    return new Figure(schema, new Object[schema.length()]);
  }

  /** The same row with one column said. */
  public Figure with(String column, Object value) {
    Object[] next = Arrays.copyOf(values, values.length);
    next[schema.fieldIndex(column)] = value;
    return new Figure(schema, next);
  }

  /** The same row with limits. */
  public Figure with(Interval limits) {
    return with("lower", limits.lower()).with("upper", limits.upper());
  }

  /** The same row as a figure that may be relied on. */
  public Figure ok(double value) {
    return with("value", value).with("status", Status.OK.name());
  }

  /** The same row without a value, and why. */
  public Figure insufficient(String why) {
    return status(Status.INSUFFICIENT, why);
  }

  /** The same row without a value, under a status that says why. */
  public Figure status(Status status, String note) {
    return with("status", status.name()).with("note", note);
  }

  /** The same row with a remark behind its note; none where the remark is empty. */
  public Figure remark(String remark) {
    Object note = values[schema.fieldIndex("note")];
    return remark.isEmpty() ? this : with("note", note == null ? remark : note + "; " + remark);
  }

  /** The same row with a value and limits, or why there is none. */
  public Figure answer(Answer<Double> value, Answer<Interval> limits) {
    if (value.shortfall().isPresent()) {
      return insufficient(value.shortfall().get().sentence());
    }
    Figure told = ok(value.get());
    return limits.shortfall().isPresent()
        ? told.with("note", "no limits: " + limits.shortfall().get().sentence())
        : told.with(limits.get());
  }

  /** The finished row. */
  public Row row() {
    return RowFactory.create(values);
  }

  private static StructField column(Field field) {
    return DataTypes.createStructField(field.name(), stored(field), true);
  }

  private static DataType stored(Field field) {
    return switch (field.type()) {
      case INTEGER -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case STRING, LIST, DATE, DATETIME -> DataTypes.StringType;
    };
  }
}
