package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads views and puts them in an order in which each finds what it reads. */
final class ViewReader {
  private ViewReader() {}

  static List<View> all(SchemaFolder folder, MetaSchemas meta, Map<String, TableSchema> tables) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (SchemaFolder.Document document : folder.in("views")) {
      Entry entry =
          meta.require(
              "views", document.where(), Documents.parse(document.where(), document.text()));
      String name = entry.text("view");
      if (!name.equals(document.stem()) || tables.containsKey(name)) {
        throw entry.refusal(
            "the view's name is not the file's, or is a table's", "give it the file's name");
      }
      if (entries.put(name, entry) != null) {
        throw entry.refusal("another file has the same view", "keep one of the two");
      }
    }
    requireKnown(entries, tables);
    return ordered(entries);
  }

  private static void requireKnown(Map<String, Entry> entries, Map<String, TableSchema> tables) {
    List<String> known = new ArrayList<>(tables.keySet());
    known.addAll(entries.keySet());
    for (Entry entry : entries.values()) {
      for (String table : entry.texts("tables")) {
        if (!known.contains(table)) {
          throw entry.at("tables").unknown("table or view", table, known);
        }
      }
    }
  }

  private static List<View> ordered(Map<String, Entry> entries) {
    List<View> views = new ArrayList<>();
    Map<String, Entry> waiting = new LinkedHashMap<>(entries);
    while (!waiting.isEmpty()) {
      Entry next =
          waiting.values().stream()
              .filter(e -> e.texts("tables").stream().noneMatch(waiting::containsKey))
              .findFirst()
              .orElseThrow(
                  () ->
                      waiting
                          .values()
                          .iterator()
                          .next()
                          .refusal("the view reads itself, by way of others", "break the circle"));
      waiting.remove(next.text("view"));
      views.add(
          new View(next.text("view"), next.text("title"), next.texts("tables"), next.text("sql")));
    }
    return List.copyOf(views);
  }
}
