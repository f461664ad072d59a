package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.catalogue.SmallCells;
import org.tidemark.catalogue.TableSchema;

/**
 * Small cells hidden, once, before anything is written. A row whose count of people lies between 1
 * and the threshold loses everything that gives the count back: its counts, its figure, its limits
 * and its error; so does a row over too small a denominator, and a row from which hidden counts
 * could be computed ({@link Suppression}), by sums over the tables' own dimensions, by what related
 * tables show of the same people, or by what the last publication showed. Counts that are shown and
 * small are marked as of low reliability. Zero is shown.
 */
public final class Disclosure {
  private final DisclosureProfile profile;
  private final Structure structure;

  private Disclosure(DisclosureProfile profile, Structure structure) {
    this.profile = profile;
    this.structure = structure;
  }

  /**
   * The rules of one audience.
   *
   * @param structure what adds up to what, and who is counted
   */
  public static Disclosure of(DisclosureProfile profile, Structure structure) {
    return new Disclosure(profile, structure);
  }

  /** Whether anything may be hidden at all. */
  public boolean hides() {
    return profile.threshold() > 0;
  }

  /** The rows of related tables as the audience may see them, where there was no publication. */
  public Disclosed apply(Map<TableSchema, List<Row>> tables) {
    return apply(tables, Map.of());
  }

  /**
   * The rows of related tables as the audience may see them.
   *
   * @param tables table → its rows, in order
   * @param last table → its rows in the last publication, as it showed them
   */
  public Disclosed apply(Map<TableSchema, List<Row>> tables, Map<String, List<Row>> last) {
    Map<TableSchema, List<Row>> ordered = new TreeMap<>(Comparator.comparing(TableSchema::name));
    tables.forEach(
        (table, rows) -> {
          if (table.smallCells().isPresent()) {
            ordered.put(table, rows);
          }
        });
    Published published = published(ordered, last);
    Map<String, List<Row>> result = new LinkedHashMap<>();
    List<Hidden> hidden = new ArrayList<>();
    tables.forEach((table, rows) -> result.put(table.name(), rows));
    for (Ledger.Entered entered : published.tables()) {
      Marking marking = new Marking(entered.table(), profile);
      List<Row> rows = new ArrayList<>(entered.rows().size());
      for (int i = 0; i < entered.rows().size(); i++) {
        Row row = entered.rows().get(i);
        Suppression.Reason reason = published.suppression().reason(entered.first() + i);
        rows.add(marking.marked(row, reason));
        if (reason != Suppression.Reason.SHOWN) {
          hidden.add(marking.hidden(row, reason));
        }
      }
      result.put(entered.table().name(), rows);
    }
    return new Disclosed(result, hidden);
  }

  /** All tables, what holds among their counts, and what is hidden of them. */
  record Published(
      List<Ledger.Entered> tables, Counts counts, Equations equations, Suppression suppression) {
    String describe(int count) {
      return counts.describe(count);
    }
  }

  /** The same, for whoever wants to try and compute what is hidden. */
  Published published(Map<TableSchema, List<Row>> tables, Map<String, List<Row>> last) {
    Map<String, String> kinds = new TreeMap<>();
    tables
        .keySet()
        .forEach(
            table ->
                table
                    .smallCells()
                    .orElseThrow()
                    .along()
                    .forEach((name, kind) -> kinds.put(SmallCells.name(name), kind)));
    Counts counts = new Counts(new Dimensions(kinds, structure.hierarchies()));
    Ledger ledger = new Ledger(counts, profile);
    PublishedSums sums = new PublishedSums(counts);
    List<Ledger.Entered> entered = new ArrayList<>();
    Earlier earlier = new Earlier(counts);
    for (Map.Entry<TableSchema, List<Row>> one : tables.entrySet()) {
      CountedTable table = new CountedTable(one.getKey(), counts.dimensions(), structure.scope());
      entered.add(ledger.enter(table, one.getValue()));
      sums.declare(table.cells());
    }
    entered.forEach(e -> earlier.read(e, last.getOrDefault(e.table().name(), List.of())));
    Equations equations = sums.equations();
    boolean[] told = ledger.shown();
    earlier.told(told);
    earlier.equations(equations);
    return new Published(
        entered,
        counts,
        equations,
        Suppression.of(
            equations,
            counts.values(),
            told,
            earlier.hidden(),
            ledger.rows(),
            ledger.small(),
            profile.threshold()));
  }
}
