package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads checks against other records: those of foreign keys, and the declared ones. */
final class CrossCheckReader {
  private static final String SUBMISSIONS = "report_submission";

  private CrossCheckReader() {}

  /** {@code REF-<field>} for each foreign key, and for the submission that a row came with. */
  static List<CrossCheck> references(Map<String, TableSchema> tables) {
    List<CrossCheck> checks = new ArrayList<>();
    for (TableSchema table : tables.values()) {
      table.foreignKeys().forEach(key -> checks.add(reference(table, key)));
      table
          .submissionField()
          .filter(f -> tables.containsKey(SUBMISSIONS) && !table.name().equals(SUBMISSIONS))
          .map(f -> new ForeignKey(f, SUBMISSIONS, f))
          .ifPresent(key -> checks.add(reference(table, key)));
    }
    return checks;
  }

  private static CrossCheck reference(TableSchema table, ForeignKey key) {
    String field = key.field();
    String other = key.table();
    Check check =
        new Check(
            "REF-" + field,
            1,
            table.name(),
            Check.Severity.QUERY,
            List.of(field),
            "",
            "",
            "Site-report tables B.2",
            Map.of(
                "en", "There is no row of " + other + " that " + field + " names.",
                "fr", "Aucune ligne de " + other + " ne correspond à " + field + ".",
                "es", "No hay ninguna fila de " + other + " que corresponda a " + field + ".",
                "pt", "Não há nenhuma linha de " + other + " que corresponda a " + field + "."));
    return new CrossCheck(
        check,
        CrossCheck.Kind.EXISTS,
        other,
        List.of(field),
        List.of(key.key()),
        "",
        "",
        "",
        "",
        List.of());
  }

  /**
   * A declared one.
   *
   * @param entry the check's entry, whose {@code across} says what the other records must be
   * @param check what it shares with other checks
   */
  static CrossCheck declared(Entry entry, Check check, Map<String, TableSchema> tables) {
    Entry across = entry.at("across");
    if (check.severity() == Check.Severity.INVALID) {
      throw entry
          .at("severity")
          .refusal("a check against other records cannot refuse one", "make it rare or query");
    }
    String other = across.text("table").isEmpty() ? check.table() : across.text("table");
    if (!tables.containsKey(other)) {
      throw across.at("table").unknown("table", other, tables.keySet());
    }
    List<String> key = across.texts("key");
    List<String> otherKey = across.texts("other_key").isEmpty() ? key : across.texts("other_key");
    if (otherKey.size() != key.size()) {
      throw across.at("other_key").refusal("is not as long as the key", "give both as many values");
    }
    List<String> amounts = across.texts("amounts");
    List<String> fields = tables.get(other).fields().stream().map(Field::name).toList();
    for (String amount : amounts) {
      if (!fields.contains(amount)) {
        throw across.at("amounts").unknown("field", amount, fields);
      }
    }
    return new CrossCheck(
        check,
        CrossCheck.Kind.valueOf(across.text("kind").toUpperCase(Locale.ROOT)),
        other,
        key,
        otherKey,
        across.text("day"),
        across.text("from"),
        across.text("to"),
        across.text("holds"),
        amounts);
  }
}
