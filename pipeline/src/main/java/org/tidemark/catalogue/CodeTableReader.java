package org.tidemark.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.tidemark.model.Refusal;

/** Reads code lists and rule tables: CSV with a header, an edition in every row, no row twice. */
final class CodeTableReader {
  private static final String EDITION = "edition";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(false)
          .get();

  private CodeTableReader() {}

  static Map<String, CodeTable> all(SchemaFolder folder) {
    Map<String, CodeTable> tables = new LinkedHashMap<>();
    for (SchemaFolder.Document document : folder.in("codes")) {
      tables.put(document.stem(), table(document));
    }
    return tables;
  }

  private static CodeTable table(SchemaFolder.Document document) {
    try (CSVParser parser = CSVParser.parse(new StringReader(document.text()), FORMAT)) {
      List<String> columns = parser.getHeaderNames();
      CodeTableRules.requireColumns(document, columns);
      List<Map<String, String>> rows = new ArrayList<>();
      Set<Map<String, String>> seen = new HashSet<>();
      for (CSVRecord line : parser) {
        rows.add(row(document, columns, line, seen));
      }
      return new CodeTable(document.stem(), List.copyOf(columns), List.copyOf(rows));
    } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
      throw Refusal.operator(
          document.where(),
          "is not a table of comma-separated values",
          "mend its quotes and give every column its own name");
    }
  }

  private static Map<String, String> row(
      SchemaFolder.Document document,
      List<String> columns,
      CSVRecord line,
      Set<Map<String, String>> seen) {
    String where = document.where() + ", record " + line.getRecordNumber();
    if (!line.isConsistent()) {
      throw Refusal.operator(where, "has not as many cells as the header", "add or drop cells");
    }
    Map<String, String> row = new LinkedHashMap<>();
    columns.forEach(column -> row.put(column, line.get(column)));
    if (row.get(columns.get(0)).isBlank() || row.get(EDITION).isBlank()) {
      throw Refusal.operator(where, "has no code or no edition", "fill both");
    }
    if (!seen.add(row)) {
      throw Refusal.operator(where, "stands twice", "keep one of the two");
    }
    CodeTableRules.requireCells(document, where, row);
    return row;
  }
}
