package org.tidemark.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.model.PersonalText;

/** Where the wanted columns stand in one file. Columns are matched by name, never by place. */
public final class Alignment implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> columns;
  private final int[] positions;
  private final List<String> leftOut;

  private Alignment(List<String> columns, int[] positions, List<String> leftOut) {
    this.columns = List.copyOf(columns);
    this.positions = positions;
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * Matches a file's columns with the plan. A name that the file repeats or leaves blank, that the
   * plan does not know, or that the plan requires and the file lacks, refuses the file.
   */
  static Alignment of(List<String> header, ColumnPlan plan) throws Unreadable {
    // A name that stands twice, and two names of one column, would both leave it open which to
    // read.
    List<String> columns = header.stream().map(plan.headers()::column).toList();
    refuseUnclear(columns);
    List<String> wanted = plan.wanted();
    long known = columns.stream().filter(plan::knows).count();
    refusePersons(columns, plan);
    if (known < columns.size()) {
      throw unknown(columns, plan, known);
    }
    List<String> missing = plan.required().stream().filter(r -> !columns.contains(r)).toList();
    if (!missing.isEmpty()) {
      throw Unreadable.of(IngestRule.MISSING_COLUMN, String.join(", ", missing));
    }
    return new Alignment(
        header,
        wanted.stream().mapToInt(columns::indexOf).toArray(),
        columns.stream().filter(c -> !wanted.contains(c)).toList());
  }

  /** How many columns the file has. */
  public int width() {
    return columns.size();
  }

  /** Whether the file has the wanted column of that index. */
  public boolean has(int wanted) {
    return positions[wanted] >= 0;
  }

  /** The file's columns that are left out on purpose: nothing of them is read or kept. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** The file's columns, in the file's order. */
  List<String> columns() {
    return columns;
  }

  /** Whether a record is the header once more, as where files were put together. */
  boolean isHeader(String[] cells) {
    return columns.get(0).equals(cells[0]) && columns.equals(List.of(cells));
  }

  /** The cells in wanted order; null where the file has no such column. */
  String[] align(String[] cells) {
    String[] aligned = new String[positions.length];
    for (int i = 0; i < aligned.length; i++) {
      aligned[i] = positions[i] < 0 ? null : cells[positions[i]];
    }
    return aligned;
  }

  /** The cells of a record that is refused: none. */
  String[] none() {
    return new String[positions.length];
  }

  private static void refuseUnclear(List<String> columns) throws Unreadable {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty() || !seen.add(columns.get(i))) {
        String place = "column " + (i + 1) + " of " + columns.size();
        String what = columns.get(i).isEmpty() ? " has no name" : " has the name of an earlier one";
        throw Unreadable.of(IngestRule.HEADER, place + what);
      }
    }
  }

  /** Also where the mapping would leave such a column out: it should never have been sent. */
  private static void refusePersons(List<String> columns, ColumnPlan plan) throws Unreadable {
    for (int i = 0; plan.pseudonyms() && i < columns.size(); i++) {
      if (!plan.wanted().contains(columns.get(i)) && PersonalText.column(columns.get(i))) {
        throw Unreadable.of(IngestRule.PERSONS, "column " + (i + 1) + " of " + columns.size());
      }
    }
  }

  /**
   * Names the columns that are not known only where most are: in a file without a header the first
   * line is a patient.
   */
  private static Unreadable unknown(List<String> columns, ColumnPlan plan, long known) {
    boolean header = known * 2 >= columns.size();
    if (!header) {
      String detail = known + " of " + columns.size() + " names in the first line are known";
      return Unreadable.of(
          IngestRule.UNKNOWN_COLUMN,
          detail,
          "make sure that the file has a header line and the mapping's delimiter, and that the"
              + " mapping is the right one");
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!plan.knows(columns.get(i))) {
        found.add(describe(i + 1, columns.get(i), plan));
      }
    }
    return Unreadable.of(IngestRule.UNKNOWN_COLUMN, String.join("; ", found));
  }

  private static String describe(int place, String column, ColumnPlan plan) {
    String name = NearestName.showable(column) ? " \"" + column + "\"" : "";
    return "column "
        + place
        + name
        + NearestName.among(plan.wanted(), column).map(n -> ", perhaps " + n).orElse("");
  }
}
