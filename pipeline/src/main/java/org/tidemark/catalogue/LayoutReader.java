package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the blocks {@code sheet} and {@code fixed} of a mapping and holds them to its columns. */
final class LayoutReader {
  private final Entry mapping;
  private final Set<String> known = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  private LayoutReader(Entry mapping) {
    this.mapping = mapping;
    read.addAll(mapping.map("columns").keySet());
    read.addAll(mapping.map("inputs").keySet());
    known.addAll(read);
    known.addAll(mapping.texts("ignore"));
  }

  /**
   * What a mapping says of its files.
   *
   * @param fields the fields of its table
   */
  static FileLayout of(Entry mapping, List<String> fields) {
    LayoutReader reader = new LayoutReader(mapping);
    return new FileLayout(
        mapping.child("sheet").map(reader::sheet).orElse(SheetLayout.PLAIN),
        reader.fixed(),
        Dhis2Reader.of(mapping, fields));
  }

  private SheetLayout sheet(Entry entry) {
    List<Integer> header = entry.texts("header_rows").stream().map(Integer::valueOf).toList();
    if (!header.equals(header.stream().sorted().toList())) {
      throw entry.at("header_rows").refusal("the rows are not in order", "write [2, 3]");
    }
    String nameAs = entry.text("name_as");
    if (!nameAs.isEmpty()) {
      requireKnown(entry.at("name_as"), nameAs);
    }
    entry.texts("fill_down").forEach(column -> requireKnown(entry.at("fill_down"), column));
    List<SheetLayout.Skip> skip = new ArrayList<>();
    for (Entry one : entry.entries("skip")) {
      requireKnown(one.at("column"), one.text("column"));
      skip.add(
          new SheetLayout.Skip(one.text("rule"), one.text("column"), one.text("like").strip()));
    }
    return new SheetLayout(
        entry.texts("sheets"),
        header,
        entry.texts("fill_down"),
        skip,
        "count".equals(entry.text("blank_rows", "skip")),
        nameAs);
  }

  private void requireKnown(Entry entry, String column) {
    if (!known.contains(column)) {
      throw entry.unknown("column", column, known);
    }
  }

  private List<FixedColumn> fixed() {
    Entry block = mapping.at("fixed");
    List<FixedColumn> columns = new ArrayList<>();
    for (String name : block.keys()) {
      requireKnown(block.at(name), name);
      columns.add(
          new FixedColumn(
              name, block.at(name).whole("start", 0), block.at(name).whole("width", 0)));
    }
    requireApart(block, columns);
    if (!columns.isEmpty()) {
      List<String> names = columns.stream().map(FixedColumn::name).toList();
      String missing =
          read.stream().filter(c -> !names.contains(c)).sorted().collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        throw block.refusal("it does not say where these columns are: " + missing, "add them");
      }
    }
    return Collections.unmodifiableList(columns);
  }

  /**
   * Two columns that share some of their characters are a slip of the pen; one that holds another
   * whole is what both together mean, as a patient and the number of a tumour name the tumour.
   */
  private static void requireApart(Entry block, List<FixedColumn> columns) {
    for (FixedColumn one : columns) {
      for (FixedColumn other : columns) {
        boolean share = one.start() <= other.end() && other.start() <= one.end();
        if (one != other && share && !one.holds(other) && !other.holds(one)) {
          throw block.refusal(
              "the columns '" + one.name() + "' and '" + other.name() + "' overlap",
              "look up start and width in the layout's own description");
        }
      }
    }
  }
}
