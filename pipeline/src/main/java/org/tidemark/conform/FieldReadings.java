package org.tidemark.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TableSchema;

/** Which columns of a source each field of its table is read from, and how. */
final class FieldReadings {
  private static final String PATIENT = "patient_id";
  private static final String MORPHOLOGY = "morphology";
  private static final String STAGE = "stage";

  /** How fields end that hold a pseudonym which a site made itself. */
  private static final String REFERENCE = "_ref";

  private static final String STAGE_SCHEME = "stage_scheme";

  private final TableSchema table;
  private final Mapping mapping;
  private final List<String> wanted;
  private final ConformRules rules;

  private FieldReadings(
      TableSchema table, Mapping mapping, List<String> wanted, ConformRules rules) {
    this.table = table;
    this.mapping = mapping;
    this.wanted = wanted;
    this.rules = rules;
  }

  /**
   * The readings of one source.
   *
   * @param wanted the columns in the order in which records hold their cells
   */
  static FieldReadings of(
      TableSchema table, Mapping mapping, List<String> wanted, ConformRules rules) {
    return new FieldReadings(table, mapping, wanted, rules);
  }

  /** How a field is read. */
  FieldReading of(Field field) {
    Cell own = cell(field);
    if (field.idWithin().isPresent()) {
      boolean refusing = table.siteReport() && field.name().endsWith(REFERENCE);
      return new Pseudonymised(own, scope(field), rules.key(), refusing);
    }
    return switch (field.name()) {
      case STAGE, STAGE_SCHEME -> stage(field, own);
      case "stage_raw" -> sent(own);
      default -> carried(field, own);
    };
  }

  /** How the name is read that the mapping's columns make up; empty where it says none. */
  Optional<FieldReading> name() {
    List<String> columns = mapping.rules().names();
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NamedPerson(
                columns.stream().mapToInt(wanted::indexOf).toArray(),
                scope(table.field(PATIENT).orElseThrow()),
                rules.key()));
  }

  /** A person that several registries know by one id has one pseudonym. */
  private Cell[] scope(Field id) {
    List<String> fields = id.idWithin().orElseThrow();
    if (id.name().equals(PATIENT) && !rules.space().isEmpty()) {
      Mapping space = mapping.withConstants(Map.of(fields.get(0), rules.space()));
      return new Cell[] {Cell.of(table.field(fields.get(0)).orElseThrow(), -1, space)};
    }
    return fields.stream()
        .map(name -> table.field(name).map(this::cell).orElseThrow())
        .toArray(Cell[]::new);
  }

  private FieldReading carried(Field field, Cell own) {
    Optional<Cell> morphology =
        CarriedDigit.carries(field.codeList()) && !saidOtherwise(field)
            ? coded(MORPHOLOGY).filter(cell -> cell.column() >= 0)
            : Optional.empty();
    return morphology.isPresent() ? CarriedDigit.of(own, morphology.get(), field.codeList()) : own;
  }

  /** The stage as it is read; its scheme too, where nothing else says it. */
  private FieldReading stage(Field field, Cell own) {
    boolean scheme = field.name().equals(STAGE_SCHEME);
    if (mapping.spelling().stage().isEmpty()
        || saidOtherwise(field)
        || (scheme && own.column() >= 0)) {
      return own;
    }
    Cell[] cells =
        StageReading.FIELDS.stream()
            .map(name -> table.field(name).map(this::cell).orElseThrow())
            .toArray(Cell[]::new);
    return StageReading.of(mapping.spelling().stage().get(), rules.codes(), cells, !scheme);
  }

  /** The text of the stage's column, where the stage is read from it. */
  private FieldReading sent(Cell own) {
    int column = wanted.indexOf(table.field(STAGE).map(this::column).orElse(""));
    boolean reads = mapping.spelling().stage().isPresent() && own.column() < 0 && column >= 0;
    return reads ? own.at(column) : own;
  }

  private Cell cell(Field field) {
    int at = wanted.indexOf(column(field));
    return table.siteReport() ? Cell.ofReport(field, at, mapping) : Cell.of(field, at, mapping);
  }

  /** The cell of the field whose codes are of that list. */
  private Optional<Cell> coded(String codeList) {
    return table.fields().stream()
        .filter(f -> f.codeList().equals(codeList))
        .findFirst()
        .map(this::cell);
  }

  /** Whether the mapping says where a field comes from without a column, or that it does not. */
  private boolean saidOtherwise(Field field) {
    return mapping.constants().containsKey(field.name())
        || mapping.derive().containsKey(field.name())
        || mapping.notSupplied().contains(field.name());
  }

  private String column(Field field) {
    return mapping.column(field.name()).orElse("");
  }
}
