package org.tidemark.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Check.Severity;
import org.tidemark.catalogue.Mapping;

/**
 * All declared checks of a table in one scan: every failed rule is kept in {@code findings}, in the
 * order of declaration, those by rule tables behind those by predicates. A predicate that gives
 * null is not a pass. A check that reads a field which the source does not supply is not applicable
 * to that source. What a record refused before fails means nothing.
 */
public final class Checks {
  /** The name by which predicates call the data cut-off. */
  public static final String AS_OF = "as_of";

  private static final List<String> AGES = List.of("age", "age_days", "birth_date");

  private final List<Check> declared;
  private final Mapping mapping;
  private final LocalDate asOf;
  private final Optional<Dataset<Row>> overrides;
  private final Optional<Column> links;
  private final boolean applicability;

  private Checks(
      List<Check> declared,
      Mapping mapping,
      LocalDate asOf,
      Optional<Dataset<Row>> overrides,
      Optional<Column> links,
      boolean applicability) {
    this.declared = List.copyOf(declared);
    this.mapping = mapping;
    this.asOf = asOf;
    this.overrides = overrides;
    this.links = links;
    this.applicability = applicability;
  }

  /**
   * The checks of one source.
   *
   * @param declared the checks of its table
   * @param mapping of the source
   * @param asOf the data cut-off
   */
  public static Checks of(List<Check> declared, Mapping mapping, LocalDate asOf) {
    return new Checks(declared, mapping, asOf, Optional.empty(), Optional.empty(), false);
  }

  /**
   * The same where findings were reviewed: those overridden are marked, and no longer count as
   * failed.
   *
   * @param decisions conformed rows of the table {@code override}; empty where there are none
   */
  public Checks heeding(Optional<Dataset<Row>> decisions) {
    return new Checks(declared, mapping, asOf, decisions, links, applicability);
  }

  /**
   * The same with what the rows say to checks against other rows.
   *
   * @param column the column of {@link CrossLinks}, put last; empty where none looks at the table
   */
  public Checks linking(Optional<Column> column) {
    return new Checks(declared, mapping, asOf, overrides, column, applicability);
  }

  /**
   * The same, with {@link StagedColumns#NOT_APPLICABLE} behind the other columns where it is asked
   * for: the four outcomes of a check are then known of every record.
   */
  public Checks tellingApplicability(boolean asked) {
    return new Checks(declared, mapping, asOf, overrides, links, asked);
  }

  /** The checks that are asked of a source: those whose fields it supplies. */
  public static List<Check> asked(List<Check> declared, Mapping mapping) {
    return declared.stream()
        .filter(c -> c.fields().stream().allMatch(f -> supplied(f, c, mapping)))
        .toList();
  }

  /**
   * The same rows with {@code findings}, their columns in the order of {@link StagedColumns}.
   *
   * @param conformed rows of the source
   */
  public Dataset<Row> verdicts(Dataset<Row> conformed) {
    List<String> names = List.of(conformed.columns());
    List<Check> asked = asked(declared, mapping);
    List<Column> failures = new ArrayList<>();
    asked.stream()
        .filter(c -> c.combinations().isEmpty())
        .forEach(c -> failures.add(when(fails(c), lit(c.id()))));
    List<Check> combined = asked.stream().filter(c -> !c.combinations().isEmpty()).toList();
    if (!combined.isEmpty()) {
      failures.add(CombinationFunction.failures(combined, names));
    }
    List<Column> columns = new ArrayList<>();
    names.stream()
        .filter(c -> !StagedColumns.PLACE.contains(c) && !StagedColumns.PASSING.contains(c))
        .forEach(c -> columns.add(col(c)));
    Optional<Dataset<Row>> decided =
        overrides
            .filter(o -> OverriddenFindings.concern(names))
            .map(o -> OverriddenFindings.decided(conformed, honoured(o, declared)));
    Column findings = concat_ws(" ", failures.toArray(Column[]::new));
    StagedColumns.PLACE.forEach(c -> columns.add(col(c)));
    columns.add(
        (decided.isPresent() ? OverriddenFindings.marked(findings) : findings)
            .as(StagedColumns.FINDINGS));
    StagedColumns.PASSING.forEach(c -> columns.add(col(c)));
    if (applicability) {
      Column ids = Applicability.ids(declared, asked, conformed.columns());
      columns.add(ids.as(StagedColumns.NOT_APPLICABLE));
    }
    links.ifPresent(columns::add);
    Dataset<Row> rows = decided.orElse(conformed);
    boolean dated =
        applicability || links.isPresent() || asked.stream().anyMatch(Checks::readsCutOff);
    return (dated ? rows.withColumn(AS_OF, lit(asOf.toString())) : rows)
        .select(columns.toArray(Column[]::new));
  }

  /** The checks that refuse a record that fails them. */
  public static Set<String> refusing(List<Check> declared) {
    return declared.stream()
        .filter(c -> c.severity() == Severity.INVALID)
        .map(Check::id)
        .collect(Collectors.toSet());
  }

  /** What cannot be is not made right by a decision. */
  private static Dataset<Row> honoured(Dataset<Row> overrides, List<Check> declared) {
    return overrides
        .where(col(StagedColumns.REFUSAL).isNull())
        .where(col("rule").isin(overridable(declared).toArray()));
  }

  /** The checks whose findings a reviewer may find correct: all but those that refuse. */
  static List<String> overridable(List<Check> declared) {
    return declared.stream().filter(c -> c.severity() != Severity.INVALID).map(Check::id).toList();
  }

  private static boolean readsCutOff(Check check) {
    return check.pass().contains(AS_OF) || check.applies().contains(AS_OF);
  }

  /** A rule table's age may also come from days or from the date of birth. */
  private static boolean supplied(String field, Check check, Mapping mapping) {
    boolean years = field.equals("age") && !check.combinations().isEmpty();
    return !mapping.notSupplied().containsAll(years ? AGES : List.of(field));
  }

  private static Column fails(Check check) {
    Column fails = not(coalesce(expr(check.pass()), lit(false)));
    return check.applies().isBlank()
        ? fails
        : coalesce(expr(check.applies()), lit(false)).and(fails);
  }
}
