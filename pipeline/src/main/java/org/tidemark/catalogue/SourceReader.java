package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the sources of a programme and holds them to the catalogue. */
final class SourceReader {
  private static final String LIFE_TABLE = "life_table";
  private static final String POPULATION = "population";
  private static final String TUMOUR = "tumour";
  private static final String DEFINITION = "definition";
  private static final String DICTIONARY = "dictionary";

  /** What a source may say of its columns itself: only where no mapping's file says it. */
  private static final List<String> WITH_DEFINITION =
      List.of(
          "columns",
          "recode",
          "dates",
          "ignore",
          "beside",
          DICTIONARY,
          "names",
          "edition",
          "basis",
          "stage");

  /** What only a source of tumours may say. */
  private static final List<String> OF_PERSONS = List.of("id_space", "submitted");

  private static final String CORRECTIONS = "corrections";

  private static final String COVERAGE = "coverage";

  /** Several tables in one workbook, or in one JSON file. */
  private static final String TABLES = "tables";

  /** All that a source of several tables says. */
  private static final List<String> OF_TABLES = List.of("id", TABLES, "path", "format", "mapping");

  /** Forms of files that can hold several tables. */
  private static final Set<SourceFormat> OF_SEVERAL = Set.of(SourceFormat.XLSX, SourceFormat.JSON);

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

  /** The mappings made from system definitions, by source. */
  static Map<String, Mapping> ownMappings(Entry programme, Catalogue catalogue, SourcePaths paths) {
    SourceReader reader = new SourceReader(catalogue, paths);
    Map<String, Mapping> own = new LinkedHashMap<>();
    for (Entry entry : programme.entries("sources")) {
      if (entry.has(TABLES)) {
        continue;
      }
      if (entry.has(DEFINITION)) {
        own.put(entry.text("id"), reader.ownMapping(entry));
      } else if (entry.has("constants") || entry.has("text")) {
        own.put(entry.text("id"), reader.changed(entry));
      }
    }
    return own;
  }

  /** The corrections of those sources that name a file of them. */
  static Map<String, CorrectionList> corrections(
      Entry programme, Catalogue catalogue, SourcePaths paths) {
    SourceReader reader = new SourceReader(catalogue, paths);
    Map<String, CorrectionList> corrections = new LinkedHashMap<>();
    for (Entry entry : programme.entries("sources")) {
      if (entry.has(CORRECTIONS) && !entry.has(TABLES)) {
        corrections.put(
            entry.text("id"),
            CorrectionReader.of(
                    entry.at(CORRECTIONS),
                    catalogue.tables().get(entry.text("table")),
                    entry.has(DEFINITION) ? reader.ownMapping(entry) : reader.changed(entry))
                .read(paths.bytes(entry, CORRECTIONS)));
      }
    }
    return corrections;
  }

  /** The mapping's file, and what the source says of itself. */
  private Mapping changed(Entry entry) {
    String table = entry.text("table");
    Mapping mapping =
        entry.text("mapping").equals(Mapping.SHARED)
            ? Mapping.shared(table)
            : catalogue.mappings().get(entry.text("mapping"));
    List<String> fields = catalogue.tables().get(table).fields().stream().map(Field::name).toList();
    entry
        .at("constants")
        .keys()
        .forEach(field -> MappingReader.known(entry.at("constants"), field, fields));
    return mapping
        .with(MappingReader.text(entry, mapping.text()))
        .withConstants(entry.map("constants"));
  }

  private Mapping ownMapping(Entry entry) {
    String where = entry.text(DEFINITION);
    SystemDefinition system = SystemDefinitionReader.read(where, paths.bytes(entry, DEFINITION));
    return SystemMapping.of(
        where, system, dictionaries(entry, system), entry, catalogue.tables().get(TUMOUR));
  }

  /** By their numbers; none where the entry names no file. */
  private Map<Integer, CodeTable> dictionaries(Entry entry, SystemDefinition system) {
    if (!entry.has(DICTIONARY)) {
      return Map.of();
    }
    String encoding = MappingReader.text(entry, TextFormat.STANDARD).encoding();
    String where = entry.text(DICTIONARY);
    String text = TextFiles.decode(where, paths.bytes(entry, DICTIONARY), encoding);
    return DictionaryFile.read(where, text, system.registryCode());
  }

  static List<Source> all(Entry programme, Catalogue catalogue, SourcePaths paths) {
    SourceReader reader = new SourceReader(catalogue, paths);
    Set<String> ids = new HashSet<>();
    List<Source> sources = new ArrayList<>();
    for (Entry entry : programme.entries("sources")) {
      for (Source source : reader.sources(entry)) {
        if (!ids.add(source.id())) {
          throw entry
              .at("id")
              .refusal("another source has the id '" + source.id() + "'", "give it its own id");
        }
        sources.add(source);
      }
    }
    return sources;
  }

  /** The source, or one for each table of its files, named by both. */
  private List<Source> sources(Entry entry) {
    if (!entry.has(TABLES)) {
      return List.of(source(entry));
    }
    for (String key : entry.keys()) {
      if (!OF_TABLES.contains(key)) {
        throw entry.at(key).refusal("several tables have no '" + key + "'", "leave the key out");
      }
    }
    if (!OF_SEVERAL.contains(format(entry)) || !entry.text("mapping").equals(Mapping.SHARED)) {
      throw entry.refusal(
          "only workbooks and JSON in the shared schema's own names hold several tables",
          "write format: xlsx or json and mapping: shared, or one source a table");
    }
    paths.require(entry, "path");
    List<String> tables = entry.texts(TABLES);
    List<Source> sources = new ArrayList<>();
    for (String table : tables) {
      if (!catalogue.tables().containsKey(table)) {
        throw entry.at(TABLES).unknown("table", table, catalogue.tables().keySet());
      }
      sources.add(
          new Source(
              entry.text("id") + "-" + table,
              table,
              entry.text("path"),
              format(entry),
              Mapping.SHARED,
              Source.Beyond.ERROR,
              Source.Between.NONE,
              "",
              "",
              "",
              tables,
              Source.Coverage.POPULATION));
    }
    return sources;
  }

  private Source source(Entry entry) {
    String table = entry.text("table");
    if (!catalogue.tables().containsKey(table)) {
      throw entry.at("table").unknown("table", table, catalogue.tables().keySet());
    }
    for (String key : OF_PERSONS) {
      if (entry.has(key) && !table.equals(TUMOUR)) {
        throw entry.at(key).refusal("only tumours have persons", "leave the key out");
      }
    }
    if (entry.has(COVERAGE) && !table.equals(TUMOUR)) {
      throw entry
          .at(COVERAGE)
          .refusal("only a registry of tumours covers anybody", "leave the key out");
    }
    requireAssumable(entry, table);
    requireDefinition(entry, table);
    requireMapping(entry, table);
    paths.require(entry, "path");
    entry.at("beside").keys().forEach(key -> paths.require(entry.at("beside"), key));
    requireLayout(entry);
    return new Source(
        entry.text("id"),
        table,
        entry.text("path"),
        format(entry),
        entry.text("mapping"),
        Source.Beyond.valueOf(entry.text("beyond", "error").toUpperCase(Locale.ROOT)),
        Source.Between.valueOf(entry.text("between", "none").toUpperCase(Locale.ROOT)),
        entry.text("split", ""),
        entry.text("id_space"),
        entry.text("submitted"),
        List.of(),
        Source.Coverage.valueOf(entry.text(COVERAGE, "population").toUpperCase(Locale.ROOT)));
  }

  /** Only what has years and ages may say what holds between and beyond them. */
  private void requireAssumable(Entry entry, String table) {
    boolean population = table.equals(POPULATION);
    if (entry.has("beyond") && !table.equals(LIFE_TABLE) && !population) {
      throw entry
          .at("beyond")
          .refusal("only a life table and a population have edges", "leave the key out");
    }
    boolean lifeTable = table.equals(LIFE_TABLE);
    for (String key : List.of("between", "split")) {
      boolean smoothed = lifeTable && key.equals("split");
      if (entry.has(key) && !population && !smoothed) {
        throw entry.at(key).refusal("only a population may say this", "leave the key out");
      }
    }
    if (entry.text("beyond", "").equals("trend") && !entry.has("between")) {
      throw entry
          .at("beyond")
          .refusal(
              "a trend goes on only from years of a population whose growth is named",
              "add between: linear or geometric, or write beyond: nearest");
    }
    String own = lifeTable ? Source.ELANDT_JOHNSON : Source.EVEN;
    String split = entry.text("split", own);
    Set<String> shapes = new TreeSet<>(Set.of(own));
    if (!lifeTable) {
      catalogue.codes().get("standard_populations").rows().forEach(r -> shapes.add(r.get("name")));
    }
    if (!shapes.contains(split)) {
      throw entry.at("split").unknown("shape", split, shapes);
    }
  }

  private static void requireDefinition(Entry entry, String table) {
    if (!entry.has(DEFINITION)) {
      for (String key : WITH_DEFINITION) {
        if (entry.has(key)) {
          throw entry
              .at(key)
              .refusal("only a source with a definition may say this", "say it in its mapping");
        }
      }
    } else if (!entry.text("mapping").equals(Mapping.CANREG5) || !table.equals(TUMOUR)) {
      throw entry
          .at(DEFINITION)
          .refusal(
              "a system definition maps the table 'tumour' of the mapping 'canreg5'",
              "write table: tumour, mapping: canreg5, or leave the key out");
    } else if (format(entry) == SourceFormat.PARQUET) {
      throw entry.at("format").refusal("CanReg5 writes no parquet", "name the export itself");
    }
  }

  private void requireMapping(Entry entry, String table) {
    String id = entry.text("mapping");
    if (id.equals(Mapping.SHARED) || entry.has(DEFINITION)) {
      return;
    }
    if (id.equals(Mapping.CANREG5) && !catalogue.mappings().containsKey(id)) {
      throw entry
          .at("mapping")
          .refusal(
              "the mapping 'canreg5' is made from the registry's system definition",
              "add definition: and the name of its .xml file");
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

  /** Columns without a header are where the mapping says, and nowhere else. */
  private void requireLayout(Entry entry) {
    Mapping mapping = catalogue.mappings().get(entry.text("mapping"));
    boolean values = mapping != null && mapping.layout().dhis2().present();
    if (values != (format(entry) == SourceFormat.DHIS2)) {
      throw entry
          .at("format")
          .refusal(
              values
                  ? "the mapping is of values of DHIS2"
                  : "the mapping does not say what the data elements are",
              values ? "write format: dhis2" : "add a block dhis2: to the mapping");
    }
    boolean laidOut = mapping != null && !mapping.layout().fixed().isEmpty();
    if (laidOut != (format(entry) == SourceFormat.FIXED)) {
      throw entry
          .at("format")
          .refusal(
              laidOut
                  ? "the mapping is of files in fixed columns"
                  : "the mapping does not say where the columns are",
              laidOut ? "write format: fixed" : "add a block fixed: to the mapping");
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
                    "add format: csv, xlsx, json, parquet, fixed or dhis2"));
  }
}
