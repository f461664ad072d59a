package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One piece of Spark SQL that the catalogue declares, for the room that has Spark to resolve before
 * any data are read.
 *
 * @param where the entry it stands in, for messages
 * @param kind what it must be
 * @param relation the table or view whose columns it may name; for a QUERY the view it makes
 * @param inputs columns that it may name besides, with their types
 * @param tables for a QUERY the tables and views it may read
 * @param sql its text; {@code as_of}, the data cut-off as ISO 8601 text, may be named everywhere
 *     but in a mapping
 */
public record Expression(
    String where,
    Kind kind,
    String relation,
    Map<String, FieldType> inputs,
    List<String> tables,
    String sql)
    implements Serializable {
  /** What an expression must be. */
  public enum Kind {
    /** True, false or null. */
    PREDICATE,
    /** A value. */
    VALUE,
    /** A number, or true or false, which count as one and none. */
    AMOUNT,
    /** A SELECT that yields {@code site_id} and {@code event_date}. */
    QUERY
  }
}
