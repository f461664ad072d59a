package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the sources of a programme and holds them to the catalogue. */
final class SourceReader {
  private static final String LIFE_TABLE = "life_table";

  private static final Map<String, SourceFormat> ENDINGS =
      Map.of(
          "csv", SourceFormat.CSV,
          "tsv", SourceFormat.CSV,
          "txt", SourceFormat.CSV,
          "xlsx", SourceFormat.XLSX,
          "json", SourceFormat.JSON,
          "parquet", SourceFormat.PARQUET);

  private final Catalogue catalogue;
  private final SourcePaths paths;

  private SourceReader(Catalogue catalogue, SourcePaths paths) {
    this.catalogue = catalogue;
    this.paths = paths;
  }

  static List<Source> all(Entry programme, Catalogue catalogue, SourcePaths paths) {
    SourceReader reader = new SourceReader(catalogue, paths);
    Set<String> ids = new HashSet<>();
    List<Source> sources = new ArrayList<>();
    for (Entry entry : programme.entries("sources")) {
      if (!ids.add(entry.text("id"))) {
        throw entry
            .at("id")
            .refusal("another source has the id '" + entry.text("id") + "'", "give it its own id");
      }
      sources.add(reader.source(entry));
    }
    return sources;
  }

  private Source source(Entry entry) {
    String table = entry.text("table");
    if (!catalogue.tables().containsKey(table)) {
      throw entry.at("table").unknown("table", table, catalogue.tables().keySet());
    }
    if (entry.has("beyond") && !table.equals(LIFE_TABLE)) {
      throw entry.at("beyond").refusal("only a life table has edges", "leave the key out");
    }
    requireMapping(entry, table);
    paths.require(entry);
    return new Source(
        entry.text("id"),
        table,
        entry.text("path"),
        format(entry),
        entry.text("mapping"),
        Source.Beyond.valueOf(entry.text("beyond", "error").toUpperCase(Locale.ROOT)));
  }

  private void requireMapping(Entry entry, String table) {
    String id = entry.text("mapping");
    if (id.equals(Mapping.SHARED)) {
      return;
    }
    Mapping mapping = catalogue.mappings().get(id);
    if (mapping == null) {
      Set<String> known = new TreeSet<>(catalogue.mappings().keySet());
      known.add(Mapping.SHARED);
      throw entry.at("mapping").unknown("mapping", id, known);
    }
    if (!mapping.table().equals(table)) {
      throw entry
          .at("mapping")
          .refusal(
              "the mapping '" + id + "' lands in the table '" + mapping.table() + "'",
              "name that table, or another mapping");
    }
  }

  private static SourceFormat format(Entry entry) {
    if (entry.has("format")) {
      return SourceFormat.valueOf(entry.text("format").toUpperCase(Locale.ROOT));
    }
    String path = entry.text("path").toLowerCase(Locale.ROOT);
    String plain = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
    return Optional.ofNullable(ENDINGS.get(plain.substring(plain.lastIndexOf('.') + 1)))
        .orElseThrow(
            () ->
                entry.refusal(
                    "the path's ending does not tell the format",
                    "add format: csv, xlsx, json or parquet"));
  }
}
