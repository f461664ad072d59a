package org.tidemark.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the block {@code dhis2} of a mapping and holds it to the mapping's table. */
final class Dhis2Reader {
  private Dhis2Reader() {}

  /**
   * The block; none where the mapping has none.
   *
   * @param fields the fields of the mapping's table
   */
  static Dhis2Layout of(Entry mapping, List<String> fields) {
    if (!mapping.has("dhis2")) {
      return Dhis2Layout.NONE;
    }
    Entry block = mapping.at("dhis2");
    Map<String, Dhis2Layout.Element> elements = new LinkedHashMap<>();
    for (String name : block.at("elements").keys()) {
      Entry entry = block.at("elements").at(name);
      boolean any = name.startsWith("*") || name.endsWith("*");
      if (entry.has("as") != any) {
        throw entry.refusal(
            any ? "the asterisk fills no field" : "there is no asterisk to fill a field from",
            any ? "add as: and a field" : "leave out as:, or write *_NUM");
      }
      elements.put(
          name, new Dhis2Layout.Element(entry.text("field"), entry.text("as"), entry.map("set")));
    }
    Dhis2Layout layout =
        new Dhis2Layout(
            elements, block.maps("options"), block.maps("attributes"), block.texts("ignore"));
    layout.fields().forEach(f -> MappingReader.known(block, f, fields));
    return layout;
  }

  /** The columns of a mapping: of values of DHIS2 each field that they fill is one of its own. */
  static Map<String, String> columns(Entry mapping) {
    Map<String, String> columns = new LinkedHashMap<>(mapping.map("columns"));
    if (mapping.has("dhis2")) {
      for (String column : columns.keySet()) {
        MappingReader.known(mapping.at("columns"), column, Dhis2Layout.COLUMNS);
      }
      Entry block = mapping.at("dhis2");
      for (String name : block.at("elements").keys()) {
        Entry entry = block.at("elements").at(name);
        columns.putIfAbsent(entry.text("field"), entry.text("field"));
        if (entry.has("as")) {
          columns.putIfAbsent(entry.text("as"), entry.text("as"));
        }
        entry.at("set").keys().forEach(f -> columns.putIfAbsent(f, f));
      }
      for (String kind : List.of("options", "attributes")) {
        for (String option : block.at(kind).keys()) {
          block.at(kind).at(option).keys().forEach(f -> columns.putIfAbsent(f, f));
        }
      }
    }
    return columns;
  }
}
