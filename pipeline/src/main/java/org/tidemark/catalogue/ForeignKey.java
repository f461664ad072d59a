package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * That a field names a row of another table, as in a Frictionless Table Schema.
 *
 * @param field the field
 * @param table the other table
 * @param key its field
 */
public record ForeignKey(String field, String table, String key) {
  /** Checks that nothing is absent. */
  public ForeignKey {
    requireNonNull(field, "field");
    requireNonNull(table, "table");
    requireNonNull(key, "key");
  }
}
