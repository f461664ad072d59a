package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The check that a decision of table {@code override} names a check that can be overridden: a rule
 * that is misspelt, or that refuses records, would otherwise do nothing in silence.
 */
final class OverrideRules {
  private static final String TABLE = "override";
  private static final String RULE = "rule";

  private OverrideRules() {}

  /** All checks, and this one behind them. */
  static List<Check> with(List<Check> checks, Map<String, TableSchema> tables) {
    List<Check> all = new ArrayList<>(checks);
    if (tables.containsKey(TABLE)) {
      String among =
          checks.stream()
              .filter(c -> c.severity() != Check.Severity.INVALID)
              .map(c -> "'" + c.id() + "'")
              .distinct()
              .collect(Collectors.joining(", ", RULE + " IN (", ")"));
      all.add(
          new Check(
              "OVERRIDE-RULE",
              1,
              TABLE,
              Check.Severity.INVALID,
              List.of(RULE),
              RULE + " IS NOT NULL",
              among,
              "Tidemark",
              Map.of(
                  "en", "There is no such check, or it refuses records and cannot be overridden.",
                  "fr",
                      "Ce contrôle n'existe pas, ou il refuse des enregistrements et ne peut être levé.",
                  "es", "No existe tal control, o rechaza registros y no puede anularse.",
                  "pt", "Não existe tal controlo, ou recusa registos e não pode ser anulado.")));
    }
    return List.copyOf(all);
  }
}
