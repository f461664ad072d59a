package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the values of a CSV payload. Columns are told by their names in any of DHIS2's spellings;
 * where the first row has none of them they stand in DHIS2's own order.
 */
final class Dhis2Text {
  /** Every spelling of a column's name → the name in a payload of JSON. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("dataelement", "dataElement"),
          Map.entry("period", "period"),
          Map.entry("orgunit", "orgUnit"),
          Map.entry("catoptcombo", "categoryOptionCombo"),
          Map.entry("categoryoptioncombo", "categoryOptionCombo"),
          Map.entry("attroptcombo", "attributeOptionCombo"),
          Map.entry("attributeoptioncombo", "attributeOptionCombo"),
          Map.entry("value", "value"),
          Map.entry("storedby", "storedBy"),
          Map.entry("lastupdated", "lastUpdated"),
          Map.entry("timestamp", "lastUpdated"),
          Map.entry("comment", "comment"),
          Map.entry("followup", "followup"),
          Map.entry("flwup", "followup"),
          Map.entry("deleted", "deleted"));

  private static final List<String> ORDER =
      List.of(
          "dataElement",
          "period",
          "orgUnit",
          "categoryOptionCombo",
          "attributeOptionCombo",
          "value",
          "storedBy",
          "lastUpdated",
          "comment",
          "followup",
          "deleted");

  private static final List<String> NEEDED = List.of("dataElement", "period", "orgUnit", "value");

  private Dhis2Text() {}

  /** The values of a payload, in its order; the first row is never one, as in DHIS2 itself. */
  static List<Dhis2Value> of(byte[] bytes) throws IOException {
    List<Dhis2Value> values = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(text(bytes), CSVFormat.RFC4180)) {
      List<String> columns = List.of();
      for (CSVRecord row : rows) {
        if (columns.isEmpty()) {
          columns = columns(row.toList());
          continue;
        }
        if (row.size() > columns.size() || row.size() <= last(columns)) {
          throw Unreadable.of(IngestRule.DHIS2, "a row has not the cells of its header");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          cells.put(columns.get(i), row.get(i));
        }
        values.add(Dhis2Values.value(values.size() + 1L, cells, Map.of()));
      }
    } catch (java.io.UncheckedIOException e) {
      throw Unreadable.of(IngestRule.DHIS2, "it cannot be read as CSV");
    }
    return values;
  }

  /** Where the last of the columns stands without which there is no value. */
  private static int last(List<String> columns) {
    return NEEDED.stream().mapToInt(columns::indexOf).max().orElseThrow();
  }

  private static List<String> columns(List<String> header) throws Unreadable {
    List<String> plain = header.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    List<String> known = plain.stream().filter(NAMES::containsKey).toList();
    if (known.isEmpty()) {
      return ORDER;
    }
    if (known.size() < plain.size()
        || !known.containsAll(List.of("dataelement", "period", "orgunit", "value"))) {
      throw Unreadable.of(IngestRule.DHIS2, "the header is not that of data values");
    }
    return plain.stream().map(NAMES::get).toList();
  }

  private static String text(byte[] bytes) throws Unreadable {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Unreadable.of(IngestRule.CHARSET, "data values are sent in UTF-8");
    }
  }
}
