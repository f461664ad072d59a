package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a published table counts people by. */
final class SmallCellsReader {
  private SmallCellsReader() {}

  /** The block of a table whose columns are given. */
  static SmallCells of(Entry entry, List<String> columns) {
    List<SmallCells.Count> counts = new ArrayList<>();
    for (Entry count : entry.entries("counts")) {
      known(count, columns, List.of(count.text("column")));
      known(count.at("where"), columns, count.at("where").keys());
      known(count.at("totals"), columns, count.at("totals").keys());
      known(count.at("at"), columns, count.at("at").keys());
      known(count.at("at"), columns, List.copyOf(count.map("at").values()));
      counts.add(
          new SmallCells.Count(
              count.text("column"),
              count.text("of"),
              count.map("where"),
              count.map("totals"),
              count.map("at"),
              SmallCells.Role.valueOf(count.text("role", "small").toUpperCase(Locale.ROOT))));
    }
    for (String key : entry.at("along").keys()) {
      known(entry.at("along"), columns, SmallCells.columns(key));
    }
    known(entry.at("bases"), columns, entry.texts("bases"));
    known(entry.at("figures"), columns, entry.texts("figures"));
    return new SmallCells(
        counts,
        entry.texts("bases"),
        entry.texts("figures"),
        entry.map("along"),
        entry.lists("sums"));
  }

  private static void known(Entry entry, List<String> columns, List<String> asked) {
    for (String name : asked) {
      if (!columns.contains(name)) {
        throw entry.unknown("field", name, columns);
      }
    }
  }
}
