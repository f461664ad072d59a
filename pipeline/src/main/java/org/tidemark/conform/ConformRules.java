package org.tidemark.conform;

import java.util.Map;
import java.util.TreeMap;
import org.tidemark.catalogue.CodeTable;

/**
 * What conforming needs to know besides a table and a mapping.
 *
 * @param codes code lists and rule tables by name
 */
public record ConformRules(Map<String, CodeTable> codes) {
  /** Nothing: a mapping that reads stages from text cannot be had with these. */
  public static final ConformRules NONE = new ConformRules(Map.of());

  /** Copies the tables, in the order of their names. */
  public ConformRules {
    codes = new TreeMap<>(codes);
  }
}
