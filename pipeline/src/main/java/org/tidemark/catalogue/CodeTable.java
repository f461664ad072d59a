package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One file of {@code schemas/codes}: a code list or a rule table. The first column is the code.
 *
 * @param name the file's name without its ending
 * @param columns header
 * @param rows column → value, in file order
 */
public record CodeTable(String name, List<String> columns, List<Map<String, String>> rows)
    implements Serializable {
  /** The first column of every row, in file order; a code stands as often as it has rows. */
  public List<String> codes() {
    return column(columns.get(0));
  }

  /** One column of every row, in file order. */
  public List<String> column(String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }
}
