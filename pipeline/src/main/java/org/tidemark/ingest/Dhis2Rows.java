package org.tidemark.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.catalogue.Dhis2Layout;
import org.tidemark.model.Dhis2Period;

/**
 * Brings the values of one organisation unit, period and set of fields together in a row, which has
 * the number of its first value. Two values for one cell refuse the row: which of them holds nobody
 * can tell. Word that a value was deleted is a row of its own, refused.
 */
final class Dhis2Rows {
  private final Dhis2Layout layout;
  private final Map<List<String>, Row> rows = new LinkedHashMap<>();
  private final List<Row> deleted = new ArrayList<>();

  private Dhis2Rows(Dhis2Layout layout) {
    this.layout = layout;
  }

  /** A row that is being made. */
  static final class Row {
    private final long number;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<IngestRule> faults = new ArrayList<>();

    private Row(long number) {
      this.number = number;
    }

    long number() {
      return number;
    }

    /** The text of a column; empty where no value fills it. */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    String text() {
      return String.join("\n", texts);
    }

    Optional<IngestRule> fault() {
      return faults.stream().findFirst();
    }
  }

  /** The rows of values, in the order of their numbers. */
  static List<Row> of(List<Dhis2Value> values, Dhis2Layout layout) throws Unreadable {
    Dhis2Rows rows = new Dhis2Rows(layout);
    for (Dhis2Value value : values) {
      rows.add(value);
    }
    List<Row> all = new ArrayList<>(rows.rows.values());
    all.addAll(rows.deleted);
    all.sort(java.util.Comparator.comparingLong(Row::number));
    return all;
  }

  private void add(Dhis2Value value) throws Unreadable {
    Optional<Dhis2Layout.Element> element = layout.element(value.element());
    if (element.isEmpty()) {
      if (layout.ignores(value.element())) {
        return;
      }
      throw unknown("data element", value.element(), value.number());
    }
    if (value.deleted()) {
      Row row = new Row(value.number());
      row.texts.add(value.text());
      row.faults.add(IngestRule.DELETED);
      deleted.add(row);
      return;
    }
    Map<String, String> set = new TreeMap<>(element.get().set());
    set.putAll(
        layout
            .option(value.options())
            .orElseThrow(() -> unknown("category option", value.options(), value.number())));
    set.putAll(
        layout
            .attribute(value.attributes())
            .orElseThrow(() -> unknown("attribute option", value.attributes(), value.number())));
    List<String> key = List.of(value.unit(), value.period(), set.toString());
    Row row = rows.computeIfAbsent(key, k -> row(value, set));
    row.texts.add(value.text());
    if (row.cells.putIfAbsent(element.get().field(), value.value()) != null) {
      row.faults.add(IngestRule.TWO_VALUES);
    }
  }

  private static Row row(Dhis2Value value, Map<String, String> set) {
    Row row = new Row(value.number());
    row.cells.putAll(set);
    row.cells.put(Dhis2Layout.UNIT, value.unit());
    Optional<Dhis2Period> period = Dhis2Period.of(value.period());
    row.cells.put(Dhis2Layout.PERIOD, period.flatMap(Dhis2Period::shared).orElse(value.period()));
    period.ifPresent(
        p -> {
          row.cells.put(Dhis2Layout.START, p.start().toString());
          row.cells.put(Dhis2Layout.END, p.end().toString());
        });
    return row;
  }

  /** Names of data elements and options are metadata, and said where they can be shown. */
  private static Unreadable unknown(String what, String name, long number) {
    String shown = NearestName.showable(name) ? " \"" + name + "\"" : "";
    return Unreadable.of(
        IngestRule.UNKNOWN_COLUMN,
        "the " + what + shown + " of value " + number + " is not mapped",
        "add it to the mapping's `dhis2`, or to its `ignore` list there");
  }
}
