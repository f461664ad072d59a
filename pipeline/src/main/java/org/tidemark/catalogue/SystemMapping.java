package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.catalogue.SystemDefinition.Table;
import org.tidemark.catalogue.SystemDefinition.Type;
import org.tidemark.catalogue.SystemDefinition.Variable;

/**
 * The mapping of a CanReg5 export onto {@code tumour}, made from the registry's system definition:
 * columns by the registry's own short names, found by their standard names. What the registry alone
 * knows is said in the programme's entry, which goes before the definition.
 *
 * <p>The stage is mapped only where the entry says so: CanReg5 lets a registry code it in any way.
 * The source of a notification is not mapped at all, since rows that differ in their source alone
 * are one tumour.
 */
final class SystemMapping {
  private static final String TABLE = "tumour";
  private static final String MORPHOLOGY = "morphology";
  private static final String BEHAVIOUR = "behaviour";

  /** Field → the standard names under which CanReg5 has had its variable. */
  private static final Map<String, String[]> STANDARD = new LinkedHashMap<>();

  static {
    STANDARD.put("patient_id", new String[] {"PatientID", "RegistrationNo"});
    STANDARD.put("tumour_id", new String[] {"TumourID"});
    STANDARD.put("sex", new String[] {"Sex"});
    STANDARD.put("birth_date", new String[] {"BirthDate"});
    STANDARD.put("age", new String[] {"Age"});
    STANDARD.put("incidence_date", new String[] {"IncidenceDate"});
    STANDARD.put("topography", new String[] {"Topography"});
    STANDARD.put(MORPHOLOGY, new String[] {"Morphology"});
    STANDARD.put(BEHAVIOUR, new String[] {"Behaviour"});
    STANDARD.put("grade", new String[] {"Grade"});
    STANDARD.put("basis", new String[] {"BasisDiagnosis"});
    STANDARD.put("last_contact_date", new String[] {"Lastcontact"});
  }

  /** Without one of these a record cannot be counted, or not once. */
  private static final Set<String> NEEDED =
      Set.of("tumour_id", "sex", "incidence_date", "topography", MORPHOLOGY, BEHAVIOUR, "basis");

  /** The longest code of a place; what is longer, and not from a dictionary, may be an address. */
  private static final int LONGEST_PLACE = 10;

  /** Names of the dictionary of vital status in the systems that CanReg5 comes with. */
  private static final Set<String> STATUS = Set.of("Status", "Vital status");

  private final String where;
  private final SystemDefinition system;
  private final Map<Integer, CodeTable> lists;
  private final Entry entry;
  private final Map<String, String> named;
  private final Map<String, String> constants = new LinkedHashMap<>();

  private SystemMapping(
      String where, SystemDefinition system, Map<Integer, CodeTable> lists, Entry entry) {
    this.where = where;
    this.system = system;
    this.lists = lists;
    this.entry = entry;
    this.named = entry.map("columns");
    constants.put("registry_id", system.registryCode());
    constants.put("basis_scheme", "canreg5");
    constants.putAll(MappingReader.constants(entry));
  }

  /**
   * The mapping of one source.
   *
   * @param where the definition's file, for messages
   * @param lists its dictionaries by number, where their file was sent
   * @param entry the source in the programme
   * @param tumour the table
   */
  static Mapping of(
      String where,
      SystemDefinition system,
      Map<Integer, CodeTable> lists,
      Entry entry,
      TableSchema tumour) {
    return new SystemMapping(where, system, lists, entry).mapping(tumour);
  }

  private Mapping mapping(TableSchema tumour) {
    requireNames(tumour);
    Map<String, String> columns = columns();
    SystemValues values = SystemValues.of(system, entry, columns);
    Map<String, FieldType> inputs = new LinkedHashMap<>();
    SystemRules rules = SystemRules.of(system, columns.keySet());
    rules.columns().forEach(c -> inputs.put(c, FieldType.STRING));
    requireNoClash(inputs.keySet(), tumour);
    Set<String> origins = new LinkedHashSet<>(columns.values());
    origins.addAll(constants.keySet());
    origins.addAll(carried(columns));
    // An edition that nothing says is the last one, and codes of others are to be found.
    origins.add("icdo_edition");
    if (entry.has("stage")) {
      origins.add("stage_raw");
    }
    requireOrigins(origins);
    Set<String> read = read(columns, inputs);
    List<String> names =
        NameColumns.of(entry, system.variables().stream().map(Variable::shortName).toList(), read);
    read.addAll(names);
    List<String> ignore = ignored(read);
    return new Mapping(
        Mapping.CANREG5,
        TABLE,
        text(),
        columns,
        inputs,
        constants,
        values.recode(),
        values.missing(),
        spelling(values),
        Map.of(),
        ignore,
        tumour.fields().stream().map(Field::name).filter(f -> !origins.contains(f)).toList(),
        false,
        origins.contains("patient_id"),
        new SourceRules(
            HeaderForms.of(system),
            optional(columns, rules),
            dropped(ignore),
            rules.exclude(),
            checks(rules, columns, values),
            SystemTables.of(system, entry, read, rules),
            SystemDictionaries.of(system, lists).words(columns, values.recode()),
            rules.years(),
            names));
  }

  private List<Check> checks(SystemRules rules, Map<String, String> columns, SystemValues values) {
    List<Check> checks = new ArrayList<>(rules.checks(TABLE));
    checks.addAll(SystemDictionaries.of(system, lists).checks(TABLE, columns, values.recode()));
    return checks;
  }

  private static Set<String> read(Map<String, String> columns, Map<String, FieldType> inputs) {
    Set<String> read = new LinkedHashSet<>(columns.keySet());
    read.addAll(inputs.keySet());
    return read;
  }

  private Spelling spelling(SystemValues values) {
    try {
      return Spelling.of(values.dates()).with(SpellingReader.stage(entry));
    } catch (IllegalArgumentException e) {
      throw entry.at("dates").refusal("a pattern is not that of a date", "write it as dd/MM/yyyy");
    }
  }

  /** Short name → field: what the entry names, then what the standard names tell. */
  private Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    STANDARD.forEach((field, names) -> put(columns, field, system.standard(names)));
    put(columns, "vital_status", vitalStatus());
    put(columns, "area", system.standard("AddressCode").filter(SystemMapping::isPlace));
    columns.putAll(named);
    return columns;
  }

  private void put(Map<String, String> columns, String field, Optional<Variable> variable) {
    variable
        .filter(v -> !named.containsKey(v.shortName()) && !named.containsValue(field))
        .filter(v -> !constants.containsKey(field))
        .ifPresent(v -> columns.put(v.shortName(), field));
  }

  private Optional<Variable> vitalStatus() {
    return system
        .standard("VitalStatus")
        .or(
            () ->
                system.variables().stream()
                    .filter(v -> v.type() == Type.DICT && v.table() == Table.PATIENT)
                    .filter(v -> STATUS.contains(v.dictionary()))
                    .findFirst());
  }

  private static boolean isPlace(Variable variable) {
    return variable.type() == Type.DICT || variable.length() <= LONGEST_PLACE;
  }

  /** What a morphology of more than four places carries; conforming reads it from there. */
  private Set<String> carried(Map<String, String> columns) {
    int length = columns.containsValue(MORPHOLOGY) ? system.coding().morphologyLength() : 0;
    return length > 5 ? Set.of(BEHAVIOUR, "grade") : length > 4 ? Set.of(BEHAVIOUR) : Set.of();
  }

  private List<String> ignored(Collection<String> read) {
    Set<String> ignore = new LinkedHashSet<>();
    system.variables().forEach(v -> ignore.add(v.shortName()));
    ignore.addAll(entry.texts("ignore"));
    ignore.removeAll(read);
    return List.copyOf(ignore);
  }

  /** Free text that only the registry knows the meaning of, and what is known to be a name. */
  private List<String> dropped(List<String> ignore) {
    Set<String> names = Set.of("surname", "firstname", "addresscode");
    return system.variables().stream()
        .filter(v -> ignore.contains(v.shortName()) && v.freeText())
        .filter(
            v ->
                v.standardName().isEmpty()
                    || names.contains(v.standardName().toLowerCase(java.util.Locale.ROOT)))
        .map(Variable::shortName)
        .toList();
  }

  /** A registry exports the columns it chooses: it may leave out what a record can do without. */
  private static List<String> optional(Map<String, String> columns, SystemRules rules) {
    List<String> optional = new ArrayList<>(rules.optional());
    columns.forEach(
        (column, field) -> {
          if (!NEEDED.contains(field)) {
            optional.add(column);
          }
        });
    return optional;
  }

  /** By the file's ending, as spreadsheets and CanReg5 write them, unless the entry says. */
  private TextFormat text() {
    String path = entry.text("path").toLowerCase(java.util.Locale.ROOT).replaceFirst("\\.gz$", "");
    TextFormat comma = TextFormat.STANDARD;
    TextFormat tab = new TextFormat('\t', comma.quote(), comma.encoding(), comma.multiline());
    return MappingReader.text(entry, path.endsWith(".csv") ? comma : tab);
  }

  private void requireNames(TableSchema tumour) {
    List<String> fields = tumour.fields().stream().map(Field::name).toList();
    List<String> shorts = system.variables().stream().map(Variable::shortName).toList();
    for (Map.Entry<String, String> column : named.entrySet()) {
      MappingReader.known(entry.at("columns"), column.getValue(), fields);
      if (!shorts.contains(column.getKey())) {
        throw entry.at("columns").unknown("variable", column.getKey(), shorts);
      }
    }
    for (String block : List.of("constants", "recode", "dates")) {
      entry.at(block).keys().forEach(f -> MappingReader.known(entry.at(block), f, fields));
    }
  }

  /** Columns that rules read stand beside the fields, whose names SQL compares in any case. */
  private void requireNoClash(Collection<String> inputs, TableSchema tumour) {
    for (String input : inputs) {
      if (tumour.fields().stream().anyMatch(f -> f.name().equalsIgnoreCase(input))) {
        throw entry.refusal(
            "the variable '" + input + "' of " + where + " bears the name of a field",
            "give it another short name, in the definition and in the file's header");
      }
    }
  }

  private void requireOrigins(Set<String> origins) {
    String missing =
        NEEDED.stream()
            .filter(f -> !origins.contains(f))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw entry.refusal(
          where + " has no variable that bears the standard name for: " + missing,
          "name the variable under columns:, as 'columns: {Topo: topography}'");
    }
    if (constants.get("registry_id").isBlank()) {
      throw entry.refusal(
          where + " has no registry code", "add constants: {registry_id: ...} to the source");
    }
  }
}
