package org.tidemark.publish.page;

import java.util.List;
import java.util.Map;

/** The rows of the published tables, after disclosure, in any order. */
@FunctionalInterface
public interface PublishedRows {
  /**
   * The rows of one table.
   *
   * @param table a table's name, as {@code incidence}
   * @return column → cell, as the published CSV shows it (empty: no value, see {@code status}); no
   *     rows where the run did not compute the table
   */
  List<Map<String, String>> rows(String table);
}
