package org.tidemark.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The object of an array at which a JSON parser stands: its cells by name, its text, its fault. */
final class JsonObject {
  private final JsonParser json;
  private final int longest;
  private Map<String, String> cells = Map.of();
  private JsonText text;
  private IngestRule fault;

  JsonObject(JsonParser json, int longest) {
    this.json = json;
    this.longest = longest;
  }

  /** Reads the next element of the array; false at its end. */
  boolean next() throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return false;
    }
    cells = new LinkedHashMap<>();
    text = JsonText.upTo(longest);
    fault = null;
    if (token == JsonToken.START_OBJECT) {
      object();
    } else {
      fault = IngestRule.VALUE;
      text.copyStructure(json);
    }
    return true;
  }

  /** The cells by name; of a name that occurs twice the first. */
  Map<String, String> cells() {
    return cells;
  }

  IngestRule fault() {
    return text.full() ? IngestRule.LENGTH : fault;
  }

  String text() {
    return text.toString();
  }

  private void object() throws IOException {
    text.copy(json);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      text.copy(json);
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isStructStart()) {
        fault = IngestRule.NESTED;
        cells.putIfAbsent(name, "");
        text.copyStructure(json);
        continue;
      }
      text.copy(json);
      if (cells.putIfAbsent(name, cell(value)) != null) {
        fault = IngestRule.DUPLICATE_KEY;
      }
    }
    text.copy(json);
  }

  private String cell(JsonToken value) throws IOException {
    return switch (value) {
      case VALUE_NULL -> "";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberText.of(json.getText());
      default -> json.getText();
    };
  }
}
