package org.tidemark.publish;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells of one row by column name. All rows of a table share the names, so that a table of many
 * rows takes little more than its cells.
 */
final class HeadedCells extends AbstractMap<String, String> {
  private final Map<String, Integer> columns;
  private final String[] cells;

  private HeadedCells(Map<String, Integer> columns, String[] cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /**
   * Rows under one header.
   *
   * @param names of the columns, in their order
   */
  static Head head(List<String> names) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.put(name, columns.size()));
    return cells -> {
      if (cells.length != columns.size()) {
        throw new IllegalArgumentException("a row must have a cell for each column");
      }
      return new HeadedCells(columns, cells);
    };
  }

  /** Puts cells under the names of their columns. */
  @FunctionalInterface
  interface Head {
    /** A row with the given cells, one a column. */
    HeadedCells over(String... cells);
  }

  @Override
  public String get(Object column) {
    Integer at = columns.get(column);
    return at == null ? null : cells[at];
  }

  @Override
  public boolean containsKey(Object column) {
    return columns.containsKey(column);
  }

  @Override
  public Collection<String> values() {
    return Arrays.asList(cells);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> entries = new LinkedHashMap<>();
    columns.forEach((name, at) -> entries.put(name, cells[at]));
    return entries.entrySet();
  }
}
