package org.tidemark.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.tidemark.model.Refusal;

/**
 * Reads a corrections file: comma-separated UTF-8 with the header {@code
 * record,field,old_value,new_value,reason,who,when}. Each line must say who corrected what, why and
 * when, and no two may say different things of the same value.
 */
final class CorrectionReader {
  private static final List<String> COLUMNS =
      List.of("record", "field", "old_value", "new_value", "reason", "who", "when");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setTrim(true)
          .get();

  private final Entry entry;
  private final TableSchema table;
  private final Mapping mapping;
  private final Set<List<String>> seen = new HashSet<>();

  private CorrectionReader(Entry entry, TableSchema table, Mapping mapping) {
    this.entry = entry;
    this.table = table;
    this.mapping = mapping;
  }

  /**
   * The reader of one source's file.
   *
   * @param entry where the programme names it
   */
  static CorrectionReader of(Entry entry, TableSchema table, Mapping mapping) {
    return new CorrectionReader(entry, table, mapping);
  }

  /** The corrections in the bytes of the file. */
  CorrectionList read(byte[] bytes) {
    String file = entry.node().asText();
    String id =
        table.primaryKey().stream()
            .filter(f -> table.field(f).flatMap(Field::idWithin).isPresent())
            .findFirst()
            .flatMap(mapping::column)
            .orElseThrow(
                () ->
                    entry.refusal(
                        "the source's records have no id of their own to correct them by",
                        "leave the key out, or map the column of the id"));
    List<Correction> entries = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(new StringReader(TextFiles.decode(file, bytes)), FORMAT)) {
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        throw Refusal.operator(
            file,
            "does not have the columns of a corrections file",
            "begin it with " + String.join(",", COLUMNS));
      }
      int line = 1;
      for (CSVRecord row : parser) {
        line++;
        entries.add(correction(file + ", correction in line " + line, line, row));
      }
    } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
      throw Refusal.operator(
          file, "is not a table of comma-separated values", "mend its quotes and its header");
    }
    return new CorrectionList(file, sha256(bytes), id, entries);
  }

  private Correction correction(String where, int line, CSVRecord row) {
    if (!row.isConsistent()) {
      throw Refusal.operator(
          where, "does not have " + COLUMNS.size() + " cells", "quote cells that hold a comma");
    }
    for (String needed : List.of("record", "field", "reason", "who", "when")) {
      if (row.get(needed).isEmpty()) {
        throw Refusal.operator(where, "has no '" + needed + "'", "say it");
      }
    }
    if (row.get("old_value").equals(row.get("new_value"))) {
      throw Refusal.operator(where, "changes nothing", "leave the line out");
    }
    if (!seen.add(List.of(row.get("record"), row.get("field"), row.get("old_value")))) {
      throw Refusal.operator(
          where, "corrects the same value as an earlier line", "keep one of the two");
    }
    return new Correction(
        line,
        row.get("record"),
        row.get("field"),
        column(where, row.get("field")),
        row.get("old_value"),
        row.get("new_value"),
        row.get("reason"),
        row.get("who"),
        day(where, row.get("when")));
  }

  /** A field's column, or a column that is read. */
  private String column(String where, String named) {
    boolean field = table.field(named).isPresent();
    if (field && mapping.column(named).isPresent()) {
      return mapping.column(named).get();
    }
    if (mapping.columns().containsKey(named) || mapping.inputs().containsKey(named)) {
      return named;
    }
    throw Refusal.operator(
        where,
        field ? "names a field that no column of the source holds" : "names no field or column",
        "name a field of the table '" + table.name() + "', or a column that the mapping reads");
  }

  private static LocalDate day(String where, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.operator(where, "has a 'when' that is no day", "write it as 2023-11-02");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
