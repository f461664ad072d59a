package org.tidemark.jobs.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * A table of sites and periods as DHIS2 exports it: one value an element, each a text, each with
 * its own period and unit. Elements have codes made of the table's and the column's name.
 */
final class Dhis2Form implements Form {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final List<String> PLACE = List.of("site_id", "period");

  private final JsonGenerator json;

  private Dhis2Form(JsonGenerator json) {
    this.json = json;
  }

  static Dhis2Form begin(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(JsonForm.oneObjectALine());
    json.writeStartObject();
    json.writeArrayFieldStart("dataValues");
    return new Dhis2Form(json);
  }

  @Override
  public void add(Table rows) throws IOException {
    List<String> columns = rows.columns();
    for (List<Object> row : rows.rows()) {
      for (int i = 0; i < columns.size(); i++) {
        if (row.get(i) != null && !PLACE.contains(columns.get(i))) {
          String element = (rows.name() + "_" + columns.get(i)).toUpperCase(Locale.ROOT);
          value(element, cell(rows, row, "period"), cell(rows, row, "site_id"), row.get(i));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private void value(String element, Object period, Object unit, Object value) throws IOException {
    json.writeStartObject();
    json.writeStringField("dataElement", element);
    json.writeStringField("period", period.toString());
    json.writeStringField("orgUnit", unit.toString());
    json.writeStringField("value", value.toString());
    json.writeEndObject();
  }

  private static Object cell(Table rows, List<Object> row, String column) {
    return row.get(rows.columns().indexOf(column));
  }
}
