package org.tidemark.coding;

import java.util.List;
import java.util.Map;

/** The edition that a rule table names, which every derived code carries. */
final class Editions {
  private Editions() {}

  /** The edition of the first row, or empty where a table has none. */
  static String of(List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.get("edition")).findFirst().orElse("");
  }
}
