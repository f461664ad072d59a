package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.catalogue.SmallCells.Role;

/** The counts of all rows of related tables, and which rows have a small one. */
final class Ledger {
  private static final int[] NONE = {};

  private final Counts counts;
  private final DisclosureProfile profile;
  private final List<int[]> rows = new ArrayList<>();
  private final BitSet small = new BitSet();
  private final BitSet shown = new BitSet();

  Ledger(Counts counts, DisclosureProfile profile) {
    this.counts = counts;
    this.profile = profile;
  }

  /** Enters the rows of a table, in their order behind those of the tables before. */
  Entered enter(CountedTable table, List<Row> published) {
    List<Counts.Key> keys = new ArrayList<>(published.size());
    for (Row row : published) {
      keys.add(table.concerns(row) ? table.key(row) : null);
    }
    Entered entered = new Entered(table, Series.of(table, published, keys), published, rows.size());
    List<CountedTable.Column> columns = table.counted();
    int[] bases = table.cells().bases().stream().mapToInt(table::column).toArray();
    int value = table.column("value");
    for (int i = 0; i < published.size(); i++) {
      Row row = published.get(i);
      if (keys.get(i) == null) {
        rows.add(NONE);
      } else {
        boolean thin = row.get(value) != null && isThin(row, bases);
        small.set(rows.size(), thin || isSmall(row, columns));
        rows.add(counts(entered, columns, row, keys.get(i)));
      }
    }
    return entered;
  }

  /** A table whose rows are in the ledger from a number on. */
  record Entered(CountedTable table, Series series, List<Row> rows, int first) {}

  private int[] counts(
      Entered entered, List<CountedTable.Column> columns, Row row, Counts.Key key) {
    int[] found = new int[columns.size()];
    int n = 0;
    for (CountedTable.Column column : columns) {
      double value = column.value(row);
      if (!Double.isNaN(value) && column.counts(row)) {
        String population = entered.series().population(row, column);
        int at = counts.add(population, entered.table().name(), column.key(row, key), value);
        if (column.is(Role.SHOWN)) {
          shown.set(at);
        } else if (n == 0 || found[n - 1] != at) {
          found[n++] = at;
        }
      }
    }
    return Arrays.copyOf(found, n);
  }

  private boolean isSmall(Row row, List<CountedTable.Column> columns) {
    for (CountedTable.Column column : columns) {
      double value = column.value(row);
      if (column.is(Role.SMALL) && value >= 1 && value < profile.threshold()) {
        return true;
      }
    }
    return false;
  }

  private boolean isThin(Row row, int[] bases) {
    for (int base : bases) {
      double value = CountedTable.number(row, base);
      if (value >= 0 && value < profile.denominatorMinimum()) {
        return true;
      }
    }
    return false;
  }

  int[][] rows() {
    return rows.toArray(int[][]::new);
  }

  /** Rows with a small count. */
  BitSet small() {
    return small;
  }

  /** Counts that every row shows. */
  boolean[] shown() {
    boolean[] flags = new boolean[counts.size()];
    shown.stream().forEach(i -> flags[i] = true);
    return flags;
  }
}
