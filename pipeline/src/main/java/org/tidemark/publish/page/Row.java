package org.tidemark.publish.page;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.tidemark.model.Status;

/**
 * One published row. A row whose status hides its figures has none here, whatever its cells held:
 * the page cannot print what the publication withholds. Rows are put in order by their whole
 * content, column by column.
 *
 * @param cells column → cell
 * @param status {@code OK} in tables that have no such column
 */
record Row(Map<String, String> cells, Status status) implements Comparable<Row> {
  private static final Set<Status> SHOWN =
      Set.of(Status.OK, Status.LOW_COVERAGE, Status.LOW_RELIABILITY);
  private static final Set<String> FIGURES =
      Set.of(
          "value",
          "lower",
          "upper",
          "se",
          "p",
          "p_adjusted",
          "numerator",
          "denominator",
          "cases",
          "cases_unknown_age",
          "at_risk",
          "deaths");

  /** A row of a table whose rows all name their columns in one order. */
  static Row of(Map<String, String> published) {
    String name = published.getOrDefault("status", "");
    Status status = name.isEmpty() ? Status.OK : Status.valueOf(name);
    return new Row(published, status);
  }

  /** The cell's text; empty where the row has no such cell, or its status hides it. */
  String text(String column) {
    return hides(column) ? "" : cells.getOrDefault(column, "");
  }

  private boolean hides(String column) {
    return !SHOWN.contains(status) && FIGURES.contains(column)
        || status == Status.SUPPRESSED && column.equals("note");
  }

  /** Whether the cell holds anything. */
  boolean has(String column) {
    return !text(column).isEmpty();
  }

  /** The cell as a number; NaN where it is empty. */
  double number(String column) {
    return has(column) ? Double.parseDouble(text(column)) : Double.NaN;
  }

  /** Whether the row has a value that may be printed. */
  boolean shown() {
    return SHOWN.contains(status) && has("value");
  }

  @Override
  public int compareTo(Row other) {
    Iterator<String> own = cells.values().iterator();
    Iterator<String> others = other.cells.values().iterator();
    while (own.hasNext() && others.hasNext()) {
      int difference = own.next().compareTo(others.next());
      if (difference != 0) {
        return difference;
      }
    }
    return Boolean.compare(own.hasNext(), others.hasNext());
  }
}
