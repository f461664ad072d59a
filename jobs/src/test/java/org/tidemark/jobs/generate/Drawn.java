package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports of the default seed, row by row as text by column. */
final class Drawn {
  static final long SEED = 12;

  private static final Drawn SAMPLE = of(SEED, 24);

  private final Map<String, List<Map<String, String>>> rowsByFile = new LinkedHashMap<>();
  private final Map<String, List<Map<String, String>>> rowsByTable = new LinkedHashMap<>();

  private Drawn() {}

  /** The reports of so many sites. */
  static Drawn of(long seed, int sites) {
    Drawn drawn = new Drawn();
    try {
      SiteReports.of(seed, sites).draw(drawn::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return drawn;
  }

  private void take(String file, Table table) {
    List<Map<String, String>> rows =
        table.rows().stream().map(row -> byColumn(table.columns(), row)).toList();
    rowsByFile.computeIfAbsent(file, f -> new ArrayList<>()).addAll(rows);
    rowsByTable.computeIfAbsent(table.name(), t -> new ArrayList<>()).addAll(rows);
  }

  /** The sample programme, drawn once for all tests: nothing in it changes. */
  static Drawn sample() {
    return SAMPLE;
  }

  /** The rows of a shared-schema table over all its files; a missing cell is empty text. */
  List<Map<String, String>> rows(String table) {
    return rowsByTable.get(table);
  }

  /** The rows of one file. */
  List<Map<String, String>> file(String name) {
    return rowsByFile.get(name);
  }

  /** The shared-schema tables that there are rows of. */
  Set<String> tables() {
    return rowsByTable.keySet();
  }

  /** Rows that count: those whose submission no later one replaces or takes back. */
  List<Map<String, String>> counting(String table) {
    Set<String> replaced = new HashSet<>();
    rows("report_submission").forEach(s -> replaced.add(s.get("supersedes")));
    return rows(table).stream().filter(r -> !replaced.contains(r.get("submission_id"))).toList();
  }

  /** When the intensive phase of each treated site began. */
  Map<String, String> intensive() {
    return rows("engagement").stream()
        .filter(e -> e.get("phase").equals("INTENSIVE"))
        .collect(Collectors.toMap(e -> e.get("site_id"), e -> e.get("start_date")));
  }

  private static Map<String, String> byColumn(List<String> columns, List<Object> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    cells.forEach(cell -> texts.add(cell == null ? "" : cell.toString()));
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), texts.get(i));
    }
    return row;
  }
}
