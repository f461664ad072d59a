package org.tidemark.coding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.CodeTable;

/** The shipped code lists and rule tables, as tests of this room hand them on. */
final class Codes {
  private static final Map<String, CodeTable> TABLES =
      CatalogueReader.read(Optional.empty()).codes();

  private Codes() {}

  static List<Map<String, String>> rows(String table) {
    return TABLES.get(table).rows();
  }

  static List<String> codes(String table) {
    return TABLES.get(table).codes();
  }

  static Map<String, List<Map<String, String>>> all() {
    Map<String, List<Map<String, String>>> all = new TreeMap<>();
    TABLES.forEach((name, table) -> all.put(name, table.rows()));
    return all;
  }
}
