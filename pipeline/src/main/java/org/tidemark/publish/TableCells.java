package org.tidemark.publish;

import java.util.List;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;

/**
 * The canonical cells of a published row: {@code String}, {@code Long}, {@link CanonicalNumber},
 * {@code Boolean} or null, in the order of the schema. A cell that may not be published is a defect
 * of ours: it stops the run and is named by table, column and row, never by its value.
 */
final class TableCells {
  private final TableSchema schema;

  private TableCells(TableSchema schema) {
    this.schema = schema;
  }

  static TableCells of(TableSchema schema) {
    return new TableCells(schema);
  }

  /** The cells of a row whose columns are in the schema's order; rows are numbered from 1. */
  Object[] of(Row row, long number) {
    List<Field> fields = schema.fields();
    Object[] cells = new Object[fields.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(fields.get(i), row.get(i), number);
    }
    return cells;
  }

  private Object cell(Field field, Object value, long number) {
    if (value == null || value.equals("")) {
      if (field.required()) {
        throw defect(field, number, "is empty and required");
      }
      return null;
    }
    return switch (field.type()) {
      case INTEGER -> whole(field, value, number);
      case NUMBER -> number(field, value, number);
      case BOOLEAN -> value instanceof Boolean ? value : mistyped(field, number);
      case STRING, DATE, DATETIME, LIST -> text(field, value, number);
    };
  }

  private Object whole(Field field, Object value, long number) {
    return value instanceof Long || value instanceof Integer
        ? (Object) ((Number) value).longValue()
        : mistyped(field, number);
  }

  private Object number(Field field, Object value, long number) {
    if (!(value instanceof Double figure)) {
      return mistyped(field, number);
    }
    if (!Double.isFinite(figure)) {
      throw defect(field, number, "is not a finite number");
    }
    return CanonicalNumber.of(figure);
  }

  private Object text(Field field, Object value, long number) {
    if (!(value instanceof String text)) {
      return mistyped(field, number);
    }
    if (text.indexOf('\0') >= 0) {
      throw defect(field, number, "holds a NUL");
    }
    return text;
  }

  private Object mistyped(Field field, long number) {
    throw defect(field, number, "is not of type " + field.type());
  }

  private IllegalStateException defect(Field field, long number, String what) {
    return new IllegalStateException(
        "published table "
            + schema.name()
            + ", column "
            + field.name()
            + ", row "
            + number
            + " "
            + what);
  }
}
