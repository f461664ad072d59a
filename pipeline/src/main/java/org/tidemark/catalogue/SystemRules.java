package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.catalogue.SystemDefinition.Variable;

/**
 * What CanReg5 says of its own records: which are deleted, which a later version made obsolete, and
 * what its checks found.
 */
final class SystemRules {
  /** The record status is 2, deleted, of the tumour or of its patient. */
  static final String DELETED = "CANREG-DELETED";

  /** A later version of the tumour or of its patient exists. */
  static final String OBSOLETE = "CANREG-OBSOLETE";

  /** The check status is 0: not done by the dictionary, invalid by the constants of the program. */
  static final String AMBIGUOUS = "CANREG-CHECK-AMBIGUOUS";

  /** The check status is 3: invalid by the dictionary. */
  static final String INVALID = "CANREG-CHECK-INVALID";

  private static final String ORIGIN = "CanReg5 system definition, check status";

  private final List<String> deleted;
  private final List<String> obsolete;
  private final Optional<String> checked;
  private final Optional<String> registered;
  private final List<String> optional;

  private SystemRules(
      List<String> deleted,
      List<String> obsolete,
      Optional<String> checked,
      Optional<String> registered,
      List<String> optional) {
    this.deleted = deleted;
    this.obsolete = obsolete;
    this.checked = checked;
    this.registered = registered;
    this.optional = optional;
  }

  /** The rules of a registry, over the columns that are not read as fields. */
  static SystemRules of(SystemDefinition system, Set<String> mapped) {
    List<String> status = columns(system, mapped, "TumourRecordStatus");
    List<String> deleted = columns(system, mapped, "TumourRecordStatus", "PatientRecordStatus");
    List<String> obsolete =
        columns(system, mapped, "ObsoleteFlagTumourTable", "ObsoleteFlagPatientTable");
    Optional<String> checked = columns(system, mapped, "CheckStatus").stream().findFirst();
    Optional<String> registered =
        columns(system, mapped, "PatientIDTumourTable").stream().findFirst();
    List<String> optional = new ArrayList<>(deleted);
    optional.removeAll(status);
    optional.addAll(obsolete);
    checked.ifPresent(optional::add);
    registered.ifPresent(optional::add);
    return new SystemRules(deleted, obsolete, checked, registered, optional);
  }

  private static List<String> columns(
      SystemDefinition system, Set<String> mapped, String... standardNames) {
    return Stream.of(standardNames)
        .flatMap(name -> system.standard(name).stream())
        .map(Variable::shortName)
        .filter(column -> !mapped.contains(column))
        .toList();
  }

  /** The columns that the rules read. */
  List<String> columns() {
    return Stream.of(deleted, obsolete, checked.stream().toList(), registered.stream().toList())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Those of them that a file may lack; without a record status deleted tumours would count. */
  List<String> optional() {
    return optional;
  }

  /** Those of them of which the year alone is read: the number would name the patient. */
  List<String> years() {
    return registered.stream().toList();
  }

  /** Rule → predicate of the records that the registry has withdrawn. */
  Map<String, String> exclude() {
    Map<String, String> exclude = new LinkedHashMap<>();
    if (!deleted.isEmpty()) {
      exclude.put(DELETED, any(deleted, "2"));
    }
    if (!obsolete.isEmpty()) {
      exclude.put(OBSOLETE, any(obsolete, "1"));
    }
    return exclude;
  }

  /** How a patient's row says the same, of the columns that its file is read for. */
  List<BesideFile.Withdrawn> withdrawnPatients(Set<String> columns) {
    return Stream.concat(
            deleted.stream().map(c -> new BesideFile.Withdrawn(DELETED, c, "2")),
            obsolete.stream().map(c -> new BesideFile.Withdrawn(OBSOLETE, c, "1")))
        .filter(w -> columns.contains(w.column()))
        .toList();
  }

  /**
   * What the registry's own checks left behind, and its registration numbers, to be asked of the
   * registry.
   */
  List<Check> checks(String table) {
    return Stream.concat(
            ownChecks(table).stream(),
            registered.stream().flatMap(column -> RegistrationYear.checks(table, column).stream()))
        .toList();
  }

  private List<Check> ownChecks(String table) {
    return checked.stream()
        .flatMap(
            column ->
                Stream.of(
                    check(
                        AMBIGUOUS,
                        table,
                        column,
                        "0",
                        Map.of(
                            "en", "The check status 0 may mean not checked, or found invalid.",
                            "fr",
                                "Le statut de contrôle 0 peut signifier non contrôlé ou invalide.",
                            "es", "El estado de control 0 puede ser no controlado o no válido.",
                            "pt", "O estado de controlo 0 pode ser não controlado ou inválido.")),
                    check(
                        INVALID,
                        table,
                        column,
                        "3",
                        Map.of(
                            "en", "The registry's own checks found the record invalid.",
                            "fr", "Les contrôles du registre ont jugé la fiche invalide.",
                            "es", "Los controles del registro hallaron no válida la ficha.",
                            "pt", "Os controlos do registo julgaram a ficha inválida."))))
        .toList();
  }

  /** A column's name as SQL. */
  static String quoted(String column) {
    return '`' + column.replace("`", "``") + '`';
  }

  private static String any(List<String> columns, String code) {
    return columns.stream()
        .map(c -> "COALESCE(" + quoted(c) + " = '" + code + "', FALSE)")
        .collect(Collectors.joining(" OR "));
  }

  private static Check check(
      String id, String table, String column, String code, Map<String, String> message) {
    String cell = quoted(column);
    return new Check(
        id,
        1,
        table,
        Check.Severity.QUERY,
        List.of(column),
        cell + " IS NOT NULL",
        cell + " <> '" + code + "'",
        ORIGIN,
        message);
  }
}
