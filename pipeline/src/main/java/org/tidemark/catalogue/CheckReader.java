package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the declared checks, after those that follow from the table schemas. */
final class CheckReader {
  private CheckReader() {}

  /**
   * What the folder declares.
   *
   * @param checks checks of single records
   * @param across checks against other records
   */
  record Declared(List<Check> checks, List<CrossCheck> across) {}

  /** Every check: of each table those of its schema, then the declared ones in file order. */
  static Declared all(
      SchemaFolder folder,
      MetaSchemas meta,
      Map<String, TableSchema> tables,
      Map<String, CodeTable> codes) {
    List<Check> checks = new ArrayList<>();
    tables.values().forEach(table -> checks.addAll(SchemaChecks.of(table, codes)));
    checks.addAll(SchemeChecks.of(tables, codes));
    List<CrossCheck> across = new ArrayList<>(CrossCheckReader.references(tables));
    Map<String, String> places = new HashMap<>();
    checks.forEach(check -> places.put(key(check), "what follows from its schema"));
    across.forEach(check -> places.put(key(check.check()), "what follows from its schema"));
    for (SchemaFolder.Document document : folder.in("checks")) {
      Entry root =
          meta.require(
              "checks", document.where(), Documents.parse(document.where(), document.text()));
      for (Entry entry : root.entries("checks")) {
        Check check = check(entry, tables, codes);
        String other = places.put(key(check), document.where());
        if (other != null) {
          throw entry.refusal(
              "another check of the table has this id, in " + other, "give it its own id");
        }
        if (entry.child("across").isPresent()) {
          across.add(CrossCheckReader.declared(entry, check, tables));
        } else {
          checks.add(check);
        }
      }
    }
    return new Declared(OverrideRules.with(checks, tables), List.copyOf(across));
  }

  private static String key(Check check) {
    return check.table() + ' ' + check.id();
  }

  private static Check check(
      Entry entry, Map<String, TableSchema> tables, Map<String, CodeTable> codes) {
    TableSchema table = tables.get(entry.text("table"));
    if (table == null) {
      throw entry.at("table").unknown("table", entry.text("table"), tables.keySet());
    }
    for (String field : entry.texts("fields")) {
      if (table.field(field).isEmpty()) {
        throw entry
            .at("fields")
            .unknown("field", field, table.fields().stream().map(Field::name).toList());
      }
    }
    return new Check(
        entry.text("id"),
        entry.whole("version", 1),
        table.name(),
        Check.Severity.valueOf(entry.text("severity").toUpperCase(Locale.ROOT)),
        entry.texts("fields"),
        entry.text("applies"),
        entry.text("pass"),
        entry.text("origin"),
        entry.map("message"),
        entry.child("combinations").map(c -> Combinations.rows(c, entry, codes)).orElse(List.of()));
  }
}
