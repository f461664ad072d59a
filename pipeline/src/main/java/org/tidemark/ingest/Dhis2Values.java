package org.tidemark.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the values of a JSON payload: {@code dataValueSets}, where a set may say the period and the
 * unit of all, and {@code analytics}, whose rows stand under headers.
 */
final class Dhis2Values {
  private static final int DEPTH = 50;
  private static final String ELEMENT = "dataElement";
  private static final String PERIOD = "period";
  private static final String UNIT = "orgUnit";
  private static final String OPTIONS = "categoryOptionCombo";
  private static final String ATTRIBUTES = "attributeOptionCombo";
  private static final String VALUE = "value";

  /** What analytics calls the parts of a value. */
  private static final Map<String, String> DIMENSIONS =
      Map.of(
          "dx", ELEMENT, "pe", PERIOD, "ou", UNIT, "co", OPTIONS, "ao", ATTRIBUTES, VALUE, VALUE);

  private final JsonParser json;
  private final Map<String, String> whole = new LinkedHashMap<>();
  private final List<Map<String, String>> values = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> found = new ArrayList<>();

  private Dhis2Values(JsonParser json) {
    this.json = json;
  }

  /** The values of a payload, in its order. */
  static List<Dhis2Value> of(byte[] bytes, IngestLimits limits) throws IOException {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxStringLength(limits.recordBytes())
            .maxNumberLength(1000)
            .maxNameLength(1000)
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(bounds).build();
    try (JsonParser json = factory.createParser(bytes)) {
      json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      Dhis2Values read = new Dhis2Values(json);
      read.payload();
      return read.all();
    } catch (JacksonException e) {
      throw Unreadable.of(IngestRule.DHIS2, "the JSON text breaks off or is none");
    }
  }

  private void payload() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw Unreadable.of(IngestRule.DHIS2, "it is not an object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      boolean list = token == JsonToken.START_ARRAY;
      if (list && name.equals("dataValues")) {
        found.add(true);
        objects().forEach(values::add);
      } else if (list && name.equals("headers")) {
        objects().forEach(h -> headers.add(h.getOrDefault("name", "")));
      } else if (list && name.equals("rows")) {
        found.add(true);
        arrays();
      } else if (token.isStructStart()) {
        json.skipChildren();
      } else {
        whole.put(name, json.getText());
      }
    }
    if (json.nextToken() != null || found.isEmpty()) {
      throw Unreadable.of(IngestRule.DHIS2, "it has no dataValues and no rows");
    }
  }

  private List<Map<String, String>> objects() throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> object = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        if (token.isStructStart()) {
          json.skipChildren();
        } else {
          object.put(name, text(token));
        }
      }
      objects.add(object);
    }
    return objects;
  }

  private void arrays() throws IOException {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      List<String> row = new ArrayList<>();
      for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
        if (t == null || t.isStructStart()) {
          throw Unreadable.of(IngestRule.DHIS2, "a row of analytics holds more than texts");
        }
        row.add(text(t));
      }
      rows.add(row);
    }
  }

  private String text(JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NULL -> "";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberText.of(json.getText());
      default -> json.getText();
    };
  }

  private List<Dhis2Value> all() throws Unreadable {
    if (!headers.isEmpty()) {
      analytics();
    }
    List<Dhis2Value> all = new ArrayList<>();
    for (Map<String, String> value : values) {
      all.add(value(all.size() + 1L, value, whole));
    }
    return all;
  }

  /** Rows of other dimensions than these would be taken for each other. */
  private void analytics() throws Unreadable {
    List<String> names = headers.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
    if (!names.containsAll(List.of("dx", "pe", "ou", VALUE))) {
      throw Unreadable.of(IngestRule.DHIS2, "analytics without one of dx, pe, ou and value");
    }
    for (List<String> row : rows) {
      if (row.size() != names.size()) {
        throw Unreadable.of(IngestRule.DHIS2, "a row of analytics has not one cell a header");
      }
      Map<String, String> value = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        if (DIMENSIONS.containsKey(names.get(i))) {
          value.put(DIMENSIONS.get(names.get(i)), row.get(i));
        }
      }
      operand(value);
      value.put(VALUE, NumberText.of(value.get(VALUE)));
      values.add(value);
    }
  }

  /** A data element operand, uid.uid, is an element and its options. */
  private static void operand(Map<String, String> value) {
    String[] parts = value.get(ELEMENT).split("\\.", -1);
    if (parts.length == 2 && !value.containsKey(OPTIONS)) {
      value.put(ELEMENT, parts[0]);
      value.put(OPTIONS, parts[1]);
    }
  }

  /**
   * One value.
   *
   * @param whole what the payload says of all its values
   */
  static Dhis2Value value(long number, Map<String, String> value, Map<String, String> whole) {
    return new Dhis2Value(
        number,
        value.getOrDefault(ELEMENT, "").strip(),
        value.getOrDefault(PERIOD, whole.getOrDefault(PERIOD, "")).strip(),
        value.getOrDefault(UNIT, whole.getOrDefault(UNIT, "")).strip(),
        value.getOrDefault(OPTIONS, "").strip(),
        value.getOrDefault(ATTRIBUTES, whole.getOrDefault(ATTRIBUTES, "")).strip(),
        value.getOrDefault(VALUE, "").strip(),
        value.getOrDefault("deleted", "false").equals("true"));
  }
}
