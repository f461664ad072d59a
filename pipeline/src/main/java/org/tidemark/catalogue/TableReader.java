package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.model.Refusal;

/** Reads Table Schemas of the shared schema and of publications. */
final class TableReader {
  /** Columns of a staged row besides the table's own; no shared field may bear such a name. */
  private static final List<String> RESERVED =
      List.of(
          "source_id",
          "source_file",
          "record_number",
          "hash_high",
          "hash_low",
          "refused_at",
          "refusal",
          "findings",
          "raw",
          "merged",
          "as_of");

  private TableReader() {}

  /** All tables of a folder by name. */
  static Map<String, TableSchema> all(SchemaFolder folder, String name, MetaSchemas meta) {
    Map<String, TableSchema> tables = new LinkedHashMap<>();
    List<String> reserved = name.equals("tables") ? RESERVED : List.of();
    for (SchemaFolder.Document document : folder.in(name)) {
      Entry entry =
          meta.require(
              "table", document.where(), Documents.parse(document.where(), document.text()));
      TableSchema table = table(entry, reserved);
      if (!table.name().equals(document.stem())) {
        throw entry.refusal("the name differs from the file's name", "give both the same name");
      }
      if (tables.put(table.name(), table) != null) {
        throw entry.refusal("another file describes the same table", "keep one of the two");
      }
    }
    requireTargets(tables);
    return tables;
  }

  private static void requireTargets(Map<String, TableSchema> tables) {
    for (TableSchema table : tables.values()) {
      for (ForeignKey key : table.foreignKeys()) {
        TableSchema other = tables.get(key.table());
        if (other == null || other.field(key.key()).isEmpty()) {
          throw Refusal.operator(
              "schemas, table " + table.name() + ", foreign key of " + key.field(),
              "names a table or field that is not declared",
              "name a table of the shared schema and a field of it");
        }
      }
    }
  }

  private static TableSchema table(Entry entry, List<String> reserved) {
    List<Field> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Entry item : entry.entries("fields")) {
      Field field = field(item);
      if (names.contains(field.name()) || reserved.contains(field.name())) {
        throw item.refusal("the field's name is taken", "give it another name");
      }
      names.add(field.name());
      fields.add(field);
    }
    List<String> key = entry.texts("primaryKey");
    Optional<String> submission = entry.child("submissionField").map(e -> e.node().asText());
    known(entry.at("primaryKey"), names, key);
    fields.forEach(f -> known(entry.at("fields"), names, f.idWithin().orElse(List.of())));
    submission.ifPresent(name -> known(entry.at("submissionField"), names, List.of(name)));
    List<ForeignKey> foreign = entry.entries("foreignKeys").stream().map(e -> key(e)).toList();
    known(entry.at("foreignKeys"), names, foreign.stream().map(ForeignKey::field).toList());
    return new TableSchema(
        entry.text("name"),
        entry.text("title"),
        fields,
        key,
        submission,
        foreign,
        entry.flag("siteReport", false),
        entry.child("smallCells").map(block -> SmallCellsReader.of(block, names)));
  }

  private static ForeignKey key(Entry entry) {
    Entry reference = entry.at("reference");
    return new ForeignKey(
        entry.texts("fields").get(0), reference.text("resource"), reference.texts("fields").get(0));
  }

  private static void known(Entry entry, List<String> names, List<String> asked) {
    for (String name : asked) {
      if (!names.contains(name)) {
        throw entry.unknown("field", name, names);
      }
    }
  }

  private static Field field(Entry entry) {
    Entry constraints = entry.at("constraints");
    return new Field(
        entry.text("name"),
        type(entry.text("type")),
        constraints.flag("required", false),
        entry.flag("identifying", false),
        entry.text("codes"),
        constraints.texts("enum"),
        entry.text("unit"),
        entry.text("title"),
        entry.text("origin"),
        entry.child("idWithin").map(e -> entry.texts("idWithin")));
  }

  static FieldType type(String name) {
    return FieldType.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
