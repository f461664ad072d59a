package org.tidemark.jobs.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of site reports in memory: named columns and rows in the order they were added. */
final class Table {
  private final String name;
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  private Table(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  /** An empty table with the columns of that shared-schema table. */
  static Table of(String name) {
    return new Table(name, Columns.of(name));
  }

  /** Adds a row; a cell without a column is a defect of the generator. */
  void add(Row row) {
    if (!columns.containsAll(row.cells().keySet())) {
      throw new IllegalArgumentException("a cell of " + name + " has no column");
    }
    List<Object> cells = new ArrayList<>();
    for (String column : columns) {
      cells.add(row.cells().get(column));
    }
    rows.add(Collections.unmodifiableList(cells));
  }

  String name() {
    return name;
  }

  List<String> columns() {
    return columns;
  }

  /** Rows of cells in column order; null is missing. */
  List<List<Object>> rows() {
    return Collections.unmodifiableList(rows);
  }
}
