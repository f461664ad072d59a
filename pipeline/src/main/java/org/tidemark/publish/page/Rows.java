package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.model.Status;

/**
 * Rows in one canonical order, so that the page does not depend on the order they came in. They are
 * grouped by a column once, when it is first asked for: the sections of the page ask a table of
 * many rows the same few questions again and again. For one thread.
 */
final class Rows {
  private static final Rows NONE = new Rows(List.of());

  private final List<Row> rows;
  private final Map<String, SortedMap<String, Rows>> groups = new HashMap<>();

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

  /** How many rows have a status. */
  long size(Status status) {
    return rows.stream().filter(row -> row.status() == status).count();
  }

  /** Rows whose cell is one of the values; an absent cell is empty text. */
  Rows where(String column, String... values) {
    return values.length == 1
        ? by(column).getOrDefault(values[0], NONE)
        : where(column, List.of(values)::contains);
  }

  /** Rows whose cell passes; each value is asked once. */
  Rows where(String column, Predicate<String> passes) {
    Set<String> wanted =
        by(column).keySet().stream().filter(passes).collect(Collectors.toUnmodifiableSet());
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
    return new TreeSet<>(by(column).keySet());
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
    return groups.computeIfAbsent(column, this::grouped);
  }

  private SortedMap<String, Rows> grouped(String column) {
    Map<String, List<Row>> parts = new HashMap<>();
    rows.forEach(
        row -> parts.computeIfAbsent(row.text(column), value -> new ArrayList<>()).add(row));
    SortedMap<String, Rows> by = new TreeMap<>();
    parts.forEach((value, part) -> by.put(value, new Rows(part)));
    return Collections.unmodifiableSortedMap(by);
  }

  double sum(String column) {
    return rows.stream().filter(row -> row.has(column)).mapToDouble(r -> r.number(column)).sum();
  }

  /** Rows of the period that ends last; of several, the longest one short of the whole span. */
  Rows latest() {
    return by("period").keySet().stream()
        .map(Period::of)
        .max(Comparator.naturalOrder())
        .map(period -> where("period", period.code()))
        .orElse(this);
  }
}
