package org.tidemark.jobs.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** A table as a JSON array of flat objects, one a line; missing cells are left out. */
final class JsonForm implements Form {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonForm(JsonGenerator json) {
    this.json = json;
  }

  static JsonForm begin(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(oneObjectALine());
    json.writeStartArray();
    return new JsonForm(json);
  }

  @Override
  public void add(Table rows) throws IOException {
    for (List<Object> row : rows.rows()) {
      object(json, rows.columns(), row);
    }
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }

  static PrettyPrinter oneObjectALine() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE));
    printer.indentArraysWith(new DefaultIndenter("", "\n"));
    printer.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
    return printer;
  }

  private static void object(JsonGenerator json, List<String> columns, List<Object> row)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      if (row.get(i) != null) {
        json.writeFieldName(columns.get(i));
        value(json, row.get(i));
      }
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }
}
