package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows in one canonical order, so that the page does not depend on the order they came in. */
final class Rows {
  private final List<Row> rows;

  private Rows(List<Row> rows) {
    this.rows = rows;
  }

  static Rows of(List<Map<String, String>> published) {
    return new Rows(published.stream().map(Row::of).sorted().toList());
  }

  List<Row> list() {
    return rows;
  }

  Stream<Row> stream() {
    return rows.stream();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /** Rows whose cell is one of the values; an absent cell is empty text. */
  Rows where(String column, String... values) {
    List<String> wanted = List.of(values);
    return filter(row -> wanted.contains(row.text(column)));
  }

  Rows filter(Predicate<Row> predicate) {
    return new Rows(rows.stream().filter(predicate).toList());
  }

  /** Rows that have a figure to print. */
  Rows shown() {
    return filter(Row::shown);
  }

  /** These rows if there are any, else the other ones. */
  Rows orElse(Rows other) {
    return isEmpty() ? other : this;
  }

  /** The first of the values that any row has in the column, or all rows where none has. */
  Rows prefer(String column, String... values) {
    return Stream.of(values)
        .map(value -> where(column, value))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(this);
  }

  SortedSet<String> distinct(String column) {
    SortedSet<String> values = new TreeSet<>();
    rows.forEach(row -> values.add(row.text(column)));
    return values;
  }

  /** The row with the largest number in the column; the canonical order breaks ties. */
  Optional<Row> top(String column) {
    return rows.stream()
        .filter(row -> row.has(column))
        .max(
            Comparator.comparingDouble((Row row) -> row.number(column))
                .thenComparing(Comparator.reverseOrder()));
  }

  /** The rows by their value of the column, in the order of the values. */
  SortedMap<String, Rows> by(String column) {
    SortedMap<String, List<Row>> parts = new TreeMap<>();
    rows.forEach(
        row -> parts.computeIfAbsent(row.text(column), value -> new ArrayList<>()).add(row));
    SortedMap<String, Rows> by = new TreeMap<>();
    parts.forEach((value, part) -> by.put(value, new Rows(part)));
    return by;
  }

  double sum(String column) {
    return rows.stream().filter(row -> row.has(column)).mapToDouble(r -> r.number(column)).sum();
  }

  /** Rows of the period that ends last; of several, the longest one short of the whole span. */
  Rows latest() {
    return distinct("period").stream()
        .map(Period::of)
        .max(Comparator.naturalOrder())
        .map(period -> where("period", period.code()))
        .orElse(this);
  }
}
