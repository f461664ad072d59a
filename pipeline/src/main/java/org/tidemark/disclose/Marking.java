package org.tidemark.disclose;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.catalogue.SmallCells;
import org.tidemark.model.Status;

/** Takes out of a row what may not be seen, and marks what is of low reliability. */
final class Marking {
  private static final Set<String> SHOWN = Set.of(Status.OK.name(), Status.LOW_COVERAGE.name());

  private final CountedTable table;
  private final DisclosureProfile profile;
  private final int status;
  private final int[] out;
  private final int[] counts;

  Marking(CountedTable table, DisclosureProfile profile) {
    this.table = table;
    this.profile = profile;
    this.status = table.column("status");
    Set<String> columns = new TreeSet<>(table.cells().figures());
    columns.add("note");
    table.cells().counts().stream()
        .filter(count -> count.role() != SmallCells.Role.SHOWN)
        .forEach(count -> columns.add(count.column()));
    this.counts =
        table.counted().stream()
            .filter(column -> column.is(SmallCells.Role.SMALL))
            .mapToInt(CountedTable.Column::place)
            .toArray();
    this.out = columns.stream().mapToInt(table::column).toArray();
  }

  Row marked(Row row, Suppression.Reason reason) {
    if (reason == Suppression.Reason.SHOWN && !unreliable(row)) {
      return row;
    }
    Object[] cells = new Object[row.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    if (reason == Suppression.Reason.SHOWN) {
      cells[status] = Status.LOW_RELIABILITY.name();
      return RowFactory.create(cells);
    }
    for (int column : out) {
      cells[column] = null;
    }
    cells[status] = Status.SUPPRESSED.name();
    return RowFactory.create(cells);
  }

  Hidden hidden(Row row, Suppression.Reason reason) {
    Map<String, String> key = new LinkedHashMap<>();
    for (String column : table.schema().primaryKey()) {
      String text = CountedTable.text(row, table.column(column));
      if (!text.isEmpty()) {
        key.put(column, text);
      }
    }
    return new Hidden(table.name(), key, reason.name().toLowerCase(Locale.ROOT));
  }

  private boolean unreliable(Row row) {
    if (!SHOWN.contains(CountedTable.text(row, status)) || !table.concerns(row)) {
      return false;
    }
    for (int column : counts) {
      double value = CountedTable.number(row, column);
      if (value >= 0 && value < profile.lowReliabilityBelow()) {
        return true;
      }
    }
    return false;
  }
}
