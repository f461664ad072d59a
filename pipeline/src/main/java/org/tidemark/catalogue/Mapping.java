package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns and codes of one source become fields of the shared schema.
 *
 * @param id the mapping's name in the programme file
 * @param table the shared-schema table its rows land in; empty for {@code shared}, which serves any
 * @param text how a delimited file is cut into cells
 * @param columns source column → field; for {@code shared} empty: columns bear the fields' names
 * @param inputs source column → type: read for the expressions of {@code derive}, not stored
 * @param constants field → value, for what the file does not say because it is always the same
 * @param recode field → (source value → code)
 * @param missing field → source values that mean unknown
 * @param spelling how dates, numbers and ages are written
 * @param derive field → SQL expression over the fields and inputs
 * @param ignore source columns that are left out on purpose; any other unknown column refuses the
 *     file
 * @param notSupplied fields that the source does not have; checks on them are not applicable
 * @param emptyAllowed whether a file with a header and no rows is a valid report
 * @param personIds whether the source names persons; without, each record is its own person
 * @param rules what holds for the source's records beside this
 * @param layout where records stand in files that do not say so themselves
 */
public record Mapping(
    String id,
    String table,
    TextFormat text,
    Map<String, String> columns,
    Map<String, FieldType> inputs,
    Map<String, String> constants,
    Map<String, Map<String, String>> recode,
    Map<String, List<String>> missing,
    Spelling spelling,
    Map<String, String> derive,
    List<String> ignore,
    List<String> notSupplied,
    boolean emptyAllowed,
    boolean personIds,
    SourceRules rules,
    FileLayout layout)
    implements Serializable {
  /** The mapping of a source whose columns bear the shared schema's own names. */
  public static final String SHARED = "shared";

  /** The mapping of a source that names the system definition of its CanReg5 registry. */
  public static final String CANREG5 = "canreg5";

  /** Checks that nothing is absent. */
  public Mapping {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    requireNonNull(spelling, "spelling");
    requireNonNull(rules, "rules");
    requireNonNull(layout, "layout");
  }

  /** A mapping of files that say themselves where their columns are. */
  public Mapping(
      String id,
      String table,
      TextFormat text,
      Map<String, String> columns,
      Map<String, FieldType> inputs,
      Map<String, String> constants,
      Map<String, Map<String, String>> recode,
      Map<String, List<String>> missing,
      Spelling spelling,
      Map<String, String> derive,
      List<String> ignore,
      List<String> notSupplied,
      boolean emptyAllowed,
      boolean personIds,
      SourceRules rules) {
    this(
        id,
        table,
        text,
        columns,
        inputs,
        constants,
        recode,
        missing,
        spelling,
        derive,
        ignore,
        notSupplied,
        emptyAllowed,
        personIds,
        rules,
        FileLayout.PLAIN);
  }

  /**
   * A mapping of which only dates are spelt otherwise than in the shared schema.
   *
   * @param dates field → pattern of its dates
   */
  public Mapping(
      String id,
      String table,
      TextFormat text,
      Map<String, String> columns,
      Map<String, FieldType> inputs,
      Map<String, String> constants,
      Map<String, Map<String, String>> recode,
      Map<String, List<String>> missing,
      Map<String, String> dates,
      Map<String, String> derive,
      List<String> ignore,
      List<String> notSupplied,
      boolean emptyAllowed,
      boolean personIds) {
    this(
        id,
        table,
        text,
        columns,
        inputs,
        constants,
        recode,
        missing,
        Spelling.of(dates),
        derive,
        ignore,
        notSupplied,
        emptyAllowed,
        personIds,
        SourceRules.NONE);
  }

  /**
   * The mapping of a source in the shared schema's own names.
   *
   * @param table the table its rows land in
   */
  public static Mapping shared(String table) {
    return new Mapping(
        SHARED,
        table,
        TextFormat.STANDARD,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Spelling.SHARED,
        Map.of(),
        List.of(),
        List.of(),
        false,
        true,
        SourceRules.NONE);
  }

  /** The same mapping of files that are cut into cells in another way. */
  public Mapping with(TextFormat other) {
    return changed(other, columns, constants, derive, ignore, notSupplied);
  }

  /** The same mapping where the source says some fields itself: that goes before the mapping. */
  public Mapping withConstants(Map<String, String> own) {
    Map<String, String> rest = new LinkedHashMap<>(columns);
    rest.values().removeAll(own.keySet());
    List<String> left = new ArrayList<>(ignore);
    columns.keySet().stream().filter(c -> !rest.containsKey(c)).forEach(left::add);
    Map<String, String> all = new LinkedHashMap<>(constants);
    all.putAll(own);
    Map<String, String> derived = new LinkedHashMap<>(derive);
    derived.keySet().removeAll(own.keySet());
    return changed(
        text,
        rest,
        all,
        derived,
        left,
        notSupplied.stream().filter(f -> !own.containsKey(f)).toList());
  }

  private Mapping changed(
      TextFormat otherText,
      Map<String, String> otherColumns,
      Map<String, String> otherConstants,
      Map<String, String> otherDerive,
      List<String> otherIgnore,
      List<String> otherNotSupplied) {
    return new Mapping(
        id,
        table,
        otherText,
        otherColumns,
        inputs,
        otherConstants,
        recode,
        missing,
        spelling,
        otherDerive,
        otherIgnore,
        otherNotSupplied,
        emptyAllowed,
        personIds,
        rules,
        layout);
  }

  /** Whether the source's columns bear the shared schema's own names. */
  public boolean shared() {
    return columns.isEmpty();
  }

  /** The rules under which records are refused that are none, or that the sender has withdrawn. */
  public Set<String> withdrawing() {
    Set<String> rules = new LinkedHashSet<>(this.rules.exclude().keySet());
    rules.addAll(layout.sheet().rules());
    if (layout.dhis2().present()) {
      rules.add(Dhis2Layout.DELETED);
    }
    return rules;
  }

  /** The source's column of a field; empty where it comes from none. */
  public Optional<String> column(String field) {
    if (shared()) {
      return Optional.of(field);
    }
    return columns.entrySet().stream()
        .filter(e -> e.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What decides how a record is read, as text that is the same on every machine. */
  public String settings() {
    String names = rules.names().isEmpty() ? "" : rules.names().toString();
    return List.of(
                columns,
                inputs,
                constants,
                recode,
                missing,
                derive,
                rules.exclude(),
                personIds,
                spelling.stage())
            .toString()
        + names;
  }
}
