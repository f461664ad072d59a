package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The checks that follow from a table's schema: {@code REQ-<field>} for each required field, {@code
 * CODE-<field>} for each whose values come from a code list or are enumerated. A failure refuses
 * the record.
 */
final class SchemaChecks {
  private static final int VERSION = 1;

  private SchemaChecks() {}

  static List<Check> of(TableSchema table, Map<String, CodeTable> codes) {
    List<Check> checks = new ArrayList<>();
    table.fields().stream().filter(Field::required).forEach(f -> checks.add(required(table, f)));
    for (Field field : table.fields()) {
      List<String> values = values(field, codes);
      if (!values.isEmpty()) {
        checks.add(coded(table, field, values));
      }
    }
    return checks;
  }

  /** What a later edition dropped is no loss: {@link SchemeChecks} names it. */
  private static List<String> values(Field field, Map<String, CodeTable> codes) {
    if (field.codeList().isEmpty()) {
      return field.values();
    }
    List<String> values = new ArrayList<>(codes.get(field.codeList()).codes());
    CodeTable dropped = codes.get(field.codeList() + SchemeChecks.DROPPED);
    values.addAll(dropped == null ? List.of() : dropped.codes());
    return values;
  }

  private static Check required(TableSchema table, Field field) {
    String name = field.name();
    return check(
        "REQ-" + name,
        table,
        field,
        "",
        name + " IS NOT NULL",
        Map.of(
            "en", "The required field " + name + " is missing.",
            "fr", "Le champ obligatoire " + name + " manque.",
            "es", "Falta el campo obligatorio " + name + ".",
            "pt", "Falta o campo obrigatório " + name + "."));
  }

  private static Check coded(TableSchema table, Field field, List<String> values) {
    String name = field.name();
    String among =
        values.stream()
            .distinct()
            .map(value -> "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(Collectors.joining(", ", "CAST(" + name + " AS STRING) IN (", ")"));
    return check(
        "CODE-" + name,
        table,
        field,
        name + " IS NOT NULL",
        among,
        Map.of(
            "en", "The code of " + name + " is not in its list.",
            "fr", "Le code de " + name + " n'est pas dans sa liste.",
            "es", "El código de " + name + " no está en su lista.",
            "pt", "O código de " + name + " não está na sua lista."));
  }

  private static Check check(
      String id,
      TableSchema table,
      Field field,
      String applies,
      String pass,
      Map<String, String> message) {
    return new Check(
        id,
        VERSION,
        table.name(),
        Check.Severity.INVALID,
        List.of(field.name()),
        applies,
        pass,
        field.origin(),
        message);
  }
}
