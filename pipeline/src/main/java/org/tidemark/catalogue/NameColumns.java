package org.tidemark.catalogue;

import java.util.List;

/** Reads which columns of a source of tumours make up a person's name. */
final class NameColumns {
  private static final String NAMES = "names";

  private NameColumns() {}

  /** Those of a mapping; empty where it says none. */
  static List<String> of(Entry mapping) {
    List<String> names = mapping.texts(NAMES);
    if (names.isEmpty()) {
      return names;
    }
    if (!mapping.text("table").equals("tumour")) {
      throw mapping.at(NAMES).refusal("only a tumour is a person's", "leave the key out");
    }
    if (!mapping.flag("person_ids", true)) {
      throw mapping
          .at(NAMES)
          .refusal(
              "the source does not name persons, so that no person has two ids",
              "leave the key out, or map the person's id to patient_id");
    }
    for (String name : names) {
      if (mapping.map("columns").containsKey(name)
          || mapping.map("inputs").containsKey(name)
          || mapping.texts("ignore").contains(name)) {
        throw mapping
            .at(NAMES)
            .refusal(
                "the column '" + name + "' is also under columns, inputs or ignore",
                "leave it under names alone");
      }
    }
    return names;
  }

  /**
   * Those that a source with a system definition says.
   *
   * @param known the definition's columns
   * @param read those that fields are read from
   */
  static List<String> of(Entry source, List<String> known, Iterable<String> read) {
    List<String> names = source.texts(NAMES);
    for (String name : names) {
      MappingReader.known(source.at(NAMES), name, known);
      for (String column : read) {
        if (column.equals(name)) {
          throw source
              .at(NAMES)
              .refusal("the column '" + name + "' is read into a field", "name others");
        }
      }
    }
    return names;
  }
}
