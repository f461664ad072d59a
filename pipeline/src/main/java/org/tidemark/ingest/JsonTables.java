package org.tidemark.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.tidemark.catalogue.Source;

/**
 * Where the array of a table lies in a JSON file: it is the file, or, in a file of several tables,
 * the value of the table's name in one object. The arrays of other tables are passed over as they
 * are read.
 */
final class JsonTables {
  private final JsonParser json;
  private final String table;
  private final List<String> together;
  private int names;

  private JsonTables(JsonParser json, String table, List<String> together) {
    this.json = json;
    this.table = table;
    this.together = together;
  }

  /** What a parser at the beginning of a file of a source reads. */
  static JsonTables of(JsonParser json, Source source) {
    return new JsonTables(json, source.table(), source.together());
  }

  /**
   * Goes to the beginning of the table's array.
   *
   * @return false where the file holds other tables alone
   */
  boolean reach() throws IOException {
    JsonToken first = json.nextToken();
    if (together.isEmpty()) {
      require(first == JsonToken.START_ARRAY, "it does not begin as one");
      return true;
    }
    require(
        first == JsonToken.START_OBJECT,
        "several tables are one object, by their names an array each");
    return next();
  }

  /** Reads what follows after the array, or after the last name; nothing may, but other tables. */
  void finish(boolean reached) throws IOException {
    if (reached && !together.isEmpty()) {
      require(!next(), "a table occurs twice");
    }
    require(json.nextToken() == null, "more follows after the array");
  }

  /** Goes to the next array of the table; false at the end of the object. */
  private boolean next() throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      names++;
      // Which it is, is not said: it may be anything that was sent.
      require(
          name != null && together.stream().anyMatch(name.strip()::equalsIgnoreCase),
          "name " + names + " of the object is that of no table");
      JsonToken value = json.nextToken();
      if (name.strip().equalsIgnoreCase(table)) {
        require(value == JsonToken.START_ARRAY, "the table's name has no array");
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  private static void require(boolean holds, String otherwise) throws Unreadable {
    if (!holds) {
      throw Unreadable.of(IngestRule.JSON, otherwise);
    }
  }
}
