package org.tidemark.disclose;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;

/** Rows of a publication read back from its CSV. */
public final class ShownRows {
  private ShownRows() {}

  /**
   * The rows with the types of their table; a column that the file does not have is empty.
   *
   * @param rows column → cell, as the file shows it
   */
  public static List<Row> of(TableSchema schema, List<Map<String, String>> rows) {
    return rows.stream().map(row -> row(schema, row)).toList();
  }

  private static Row row(TableSchema schema, Map<String, String> cells) {
    Object[] values = new Object[schema.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Field field = schema.fields().get(i);
      String text = cells.getOrDefault(field.name(), "");
      values[i] = text.isEmpty() ? null : value(field, text);
    }
    return RowFactory.create(values);
  }

  private static Object value(Field field, String text) {
    return switch (field.type()) {
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case STRING, LIST, DATE, DATETIME -> text;
    };
  }
}
