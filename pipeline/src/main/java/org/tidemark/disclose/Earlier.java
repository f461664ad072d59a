package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.SmallCells;
import org.tidemark.model.Status;

/**
 * What the last publication gives away. A count that it showed, and that has not changed, readers
 * know: to hide it now protects nothing. What it hid, and has not changed, may not follow now from
 * what both show: its sums hold for the same counts still.
 */
final class Earlier {
  private final Counts counts;
  private final Counts then;
  private final PublishedSums sums;
  private final Map<Integer, Integer> now = new HashMap<>();
  private final Set<Integer> hidden = new HashSet<>();
  private final Set<Integer> shown = new HashSet<>();

  Earlier(Counts counts) {
    this.counts = counts;
    this.then = new Counts(counts.dimensions());
    this.sums = new PublishedSums(then);
  }

  /**
   * Reads a table of the last publication, once the new rows are entered.
   *
   * @param rows as they were shown
   */
  void read(Ledger.Entered entered, List<Row> rows) {
    CountedTable table = entered.table();
    sums.declare(table.cells());
    int status = table.column("status");
    for (Row row : rows) {
      if (table.concerns(row)) {
        boolean out = Status.SUPPRESSED.name().equals(row.get(status));
        read(entered, row, out);
      }
    }
  }

  private void read(Ledger.Entered entered, Row row, boolean out) {
    String table = entered.table().name();
    Counts.Key whole = entered.table().key(row);
    for (CountedTable.Column column : entered.table().counted()) {
      if (column.counts(row)) {
        String population = entered.series().population(row, column);
        Counts.Key key = column.key(row, whole);
        int same = counts.find(population, table, key);
        double value = column.value(row);
        boolean gone = out && !column.is(SmallCells.Role.SHOWN);
        if (gone ? same >= 0 : !Double.isNaN(value)) {
          int old = then.add(population, table, key, gone ? counts.value(same) : value);
          now.put(old, same);
          (gone ? hidden : shown).add(old);
        }
      }
    }
  }

  /** Marks the counts that readers know. */
  void told(boolean[] told) {
    boolean[] out = out();
    now.forEach(
        (old, same) -> {
          if (same >= 0 && !out[old] && Counts.same(then.value(old), counts.value(same))) {
            told[same] = true;
          }
        });
  }

  /** The counts that were hidden: to hide them again costs readers nothing. */
  boolean[] hidden() {
    boolean[] before = new boolean[counts.size()];
    hidden.forEach(old -> before[now.get(old)] = true);
    return before;
  }

  /** Adds what was known of hidden counts that are the same still. */
  void equations(Equations equations) {
    boolean[] out = out();
    Equations held = sums.equations();
    for (int e = 0; e < held.size(); e++) {
      if (!held.open(e)) {
        rest(held, e, out, equations);
      }
    }
  }

  private void rest(Equations held, int e, boolean[] out, Equations equations) {
    int[] terms = held.terms(e);
    List<Integer> places = new ArrayList<>();
    double constant = 0;
    for (int t = 0; t < terms.length; t++) {
      if (out[terms[t]]) {
        places.add(t);
      } else {
        constant -= held.sign(e, t) * then.value(terms[t]);
      }
    }
    if (!places.isEmpty()) {
      equations.add(
          places.stream().mapToInt(t -> now.get(terms[t])).toArray(),
          places.stream().mapToInt(t -> held.sign(e, t)).toArray(),
          constant,
          false);
    }
  }

  private boolean[] out() {
    boolean[] out = new boolean[then.size()];
    hidden.stream().filter(old -> !shown.contains(old)).forEach(old -> out[old] = true);
    return out;
  }
}
