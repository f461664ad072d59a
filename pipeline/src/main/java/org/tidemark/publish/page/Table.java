package org.tidemark.publish.page;

import java.util.List;

/**
 * A table of the page.
 *
 * @param id unique on the page
 * @param caption what the rows are
 * @param head column names, unique
 * @param words how many columns from the left hold words; the others hold numbers
 * @param rows the first cell of each names its row
 */
record Table(String id, String caption, List<String> head, int words, List<List<Cell>> rows) {
  Table {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  boolean isNumber(int column) {
    return column >= words;
  }
}
