package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One declared check of a record. Besides those of {@code checks/} each table has, made from its
 * schema, {@code REQ-<field>} for a required field and {@code CODE-<field>} for one whose values
 * come from a list; they come first.
 *
 * @param id stable name, as in findings and work lists; unique within its table
 * @param version raised whenever the verdict could change
 * @param table the shared-schema table it reads
 * @param severity what a failure means
 * @param fields the fields it reads; where a source does not supply one, it is not applicable
 * @param applies SQL predicate: the records it speaks of; empty means all
 * @param pass SQL predicate: true where the record is as it should be; null is not a pass
 * @param origin the document the rule comes from
 * @param message language → one sentence for the registrar
 * @param combinations rows of a rule table, each a combination of codes: a record that stands in
 *     one fails, and {@code applies} and {@code pass} are empty; without rows they decide
 */
public record Check(
    String id,
    int version,
    String table,
    Severity severity,
    List<String> fields,
    String applies,
    String pass,
    String origin,
    Map<String, String> message,
    List<Map<String, String>> combinations)
    implements Serializable {
  /** What a failure means. */
  public enum Severity {
    /** Cannot be: the record is refused. */
    INVALID,
    /** Possible and rare: to be verified. */
    RARE,
    /** Likely a coding error: to be asked. */
    QUERY,
    /** A value that should be there is not. */
    MISSING
  }

  /** Checks that nothing is absent. */
  public Check {
    requireNonNull(id, "id");
    requireNonNull(severity, "severity");
    fields = List.copyOf(fields);
    message = Map.copyOf(message);
    combinations = List.copyOf(combinations);
  }

  /** A check by a predicate. */
  public Check(
      String id,
      int version,
      String table,
      Severity severity,
      List<String> fields,
      String applies,
      String pass,
      String origin,
      Map<String, String> message) {
    this(id, version, table, severity, fields, applies, pass, origin, message, List.of());
  }
}
