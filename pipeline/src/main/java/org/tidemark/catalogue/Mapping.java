package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    SourceRules rules)
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

  /** Whether the source's columns bear the shared schema's own names. */
  public boolean shared() {
    return columns.isEmpty();
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
        .toString();
  }
}
