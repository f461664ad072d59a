package org.tidemark.catalogue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads mappings and holds them to the tables they land in. */
final class MappingReader {
  /** Keys that say a constant of a field. */
  private static final Map<String, String> OWN_KEYS =
      Map.of("basis", "basis_scheme", "edition", "icdo_edition");

  private static final String TUMOUR = "tumour";
  private static final String STAGE_RAW = "stage_raw";

  private final Map<String, TableSchema> tables;
  private final SpellingReader spellings;

  private MappingReader(Map<String, TableSchema> tables, SpellingReader spellings) {
    this.tables = tables;
    this.spellings = spellings;
  }

  /** All mappings by id. */
  static Map<String, Mapping> all(
      SchemaFolder folder,
      MetaSchemas meta,
      Map<String, TableSchema> tables,
      Map<String, CodeTable> codes) {
    SpellingReader spellings =
        SpellingReader.of(MonthTableReader.of(codes.get(MonthTableReader.BIKRAM_SAMBAT)));
    MappingReader reader = new MappingReader(tables, spellings);
    Map<String, Mapping> mappings = new LinkedHashMap<>();
    for (SchemaFolder.Document document : folder.in("mappings")) {
      Entry entry =
          meta.require(
              "mapping", document.where(), Documents.parse(document.where(), document.text()));
      Mapping mapping = reader.mapping(entry);
      if (!mapping.id().equals(document.stem()) || mapping.id().equals(Mapping.SHARED)) {
        throw entry.refusal(
            "the mapping's name is not the file's, or is 'shared'", "give both the same name");
      }
      if (mappings.put(mapping.id(), mapping) != null) {
        throw entry.refusal("another file has the same mapping", "keep one of the two");
      }
    }
    return mappings;
  }

  private Mapping mapping(Entry entry) {
    requireKnownFields(entry);
    requireOneOriginEach(entry);
    RedcapBlock redcap = RedcapBlock.of(entry);
    redcap.require(fields(entry));
    Map<String, FieldType> inputs = redcap.inputs();
    return new Mapping(
        entry.text("mapping"),
        entry.text("table"),
        text(entry),
        Dhis2Reader.columns(entry),
        inputs,
        constants(entry),
        entry.maps("recode"),
        entry.lists("missing"),
        spellings.of(entry, tables.get(entry.text("table")), inputs),
        redcap.derive(),
        redcap.ignore(),
        notSupplied(entry),
        "allowed".equals(entry.text("empty")),
        entry.flag("person_ids", true),
        rules(entry, redcap),
        LayoutReader.of(entry, fields(entry)));
  }

  private List<String> fields(Entry entry) {
    return tables.get(entry.text("table")).fields().stream().map(Field::name).toList();
  }

  private static SourceRules rules(Entry entry, RedcapBlock redcap) {
    for (String column : entry.texts("optional")) {
      if (!entry.map("columns").containsKey(column) && !entry.map("inputs").containsKey(column)) {
        throw entry
            .at("optional")
            .refusal("the column '" + column + "' is not read", "add it to columns or to inputs");
      }
    }
    return SourceRules.optional(redcap.optional(), redcap.exclude(), NameColumns.of(entry));
  }

  /** What is the same for all records; the scheme of the basis and the edition have own keys. */
  static Map<String, String> constants(Entry entry) {
    Map<String, String> constants = new LinkedHashMap<>(entry.map("constants"));
    OWN_KEYS.forEach(
        (key, field) -> {
          if (entry.has(key)) {
            constants.put(field, entry.text(key));
          }
        });
    return constants;
  }

  /** The stage as sent is kept only beside one that is read from it. */
  private static List<String> notSupplied(Entry entry) {
    List<String> fields = new ArrayList<>(entry.texts("not_supplied"));
    boolean sent = entry.map("columns").containsValue(STAGE_RAW);
    if (!entry.has("stage") && !sent && !fields.contains(STAGE_RAW)) {
      fields.add(STAGE_RAW);
    }
    return fields;
  }

  private static TextFormat text(Entry entry) {
    return text(entry, TextFormat.STANDARD);
  }

  /** The block {@code text}, and what holds for the keys that it leaves out. */
  static TextFormat text(Entry entry, TextFormat standard) {
    Entry text = entry.at("text");
    String encoding = text.text("encoding", standard.encoding());
    try {
      Charset.forName(encoding);
    } catch (IllegalArgumentException e) {
      throw text.refusal("the encoding is not known", "use an IANA name, as windows-1252");
    }
    return new TextFormat(
        text.text("delimiter", String.valueOf(standard.delimiter())).charAt(0),
        text.text("quote", String.valueOf(standard.quote())).charAt(0),
        encoding,
        text.flag("multiline", standard.multiline()));
  }

  private void requireKnownFields(Entry entry) {
    TableSchema table = tables.get(entry.text("table"));
    if (table == null) {
      throw entry.at("table").unknown("table", entry.text("table"), tables.keySet());
    }
    for (String key : List.of("basis", "edition", "stage")) {
      if (entry.has(key) && !table.name().equals(TUMOUR)) {
        throw entry.at(key).refusal("only a tumour has it", "leave the key out");
      }
    }
    List<String> fields = table.fields().stream().map(Field::name).toList();
    entry.map("columns").values().forEach(f -> known(entry.at("columns"), f, fields));
    entry.texts("not_supplied").forEach(f -> known(entry.at("not_supplied"), f, fields));
    for (String key : List.of("constants", "recode", "missing", "derive")) {
      entry.at(key).keys().forEach(f -> known(entry.at(key), f, fields));
    }
    requireSentIds(entry, table);
    for (String input : entry.at("inputs").keys()) {
      if (fields.contains(input)) {
        throw entry
            .at("inputs")
            .refusal(
                "an input bears the name of a field, '" + input + "'",
                "map the column to the field under columns");
      }
    }
  }

  /** What is computed in SQL comes after ids have become pseudonyms. */
  private static void requireSentIds(Entry entry, TableSchema table) {
    for (Field id : table.fields()) {
      List<String> fields = new ArrayList<>(id.idWithin().orElse(List.of()));
      id.idWithin().ifPresent(within -> fields.add(id.name()));
      fields.retainAll(entry.at("derive").keys());
      if (!fields.isEmpty()) {
        throw entry
            .at("derive")
            .refusal(
                "the id '" + fields.get(0) + "' is derived",
                "let an id, and what it is unique within, come from a column or a constant");
      }
    }
  }

  static void known(Entry entry, String field, Iterable<String> fields) {
    for (String one : fields) {
      if (one.equals(field)) {
        return;
      }
    }
    throw entry.unknown("field", field, fields);
  }

  /** A field comes from one column, a constant, an expression or not at all. */
  private static void requireOneOriginEach(Entry entry) {
    List<String> origins = new ArrayList<>(entry.map("columns").values());
    origins.addAll(entry.at("constants").keys());
    origins.addAll(entry.at("derive").keys());
    origins.addAll(entry.texts("not_supplied"));
    OWN_KEYS.forEach(
        (key, field) -> {
          if (entry.has(key)) {
            origins.add(field);
          }
        });
    Set<String> seen = new LinkedHashSet<>();
    for (String field : origins) {
      if (!seen.add(field)) {
        throw entry.refusal(
            "the field '" + field + "' has more than one origin",
            "let it come from one of columns, constants, derive, not_supplied");
      }
    }
    for (String column : entry.texts("ignore")) {
      if (entry.map("columns").containsKey(column) || entry.map("inputs").containsKey(column)) {
        throw entry
            .at("ignore")
            .refusal("the column '" + column + "' is read and ignored", "keep one of the two");
      }
    }
  }
}
