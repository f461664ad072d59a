package org.tidemark.conform;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Mapping;
import org.tidemark.coding.TopographyCode;

/**
 * How one stored value is read from a record: from which column, which texts say unknown, which are
 * recoded, and of what type it is.
 *
 * @param column index into the wanted columns; -1 where the source has no such column
 * @param constant the value of every record, or null
 * @param unknown texts that mean unknown
 * @param recode text → code
 * @param topography whether spellings of topography codes are brought to one form
 * @param type how the text is read
 */
record Cell(
    int column,
    String constant,
    List<String> unknown,
    Map<String, String> recode,
    boolean topography,
    CellType type)
    implements Serializable {

  /** Reasoned missing codes allowed in any cell of a site report. */
  private static final String MISSING_PREFIX = "NA-";

  private static final List<String> MISSING_CODES =
      List.of("NA-NOTREP", "NA-UNK", "NA-NAPP", "NA-REF");

  /** A field of the table, as the mapping has it. */
  static Cell of(Field field, int column, Mapping mapping) {
    String name = field.name();
    return new Cell(
        column,
        mapping.constants().get(name),
        mapping.missing().getOrDefault(name, List.of()),
        mapping.recode().getOrDefault(name, Map.of()),
        "topography".equals(field.codeList()),
        CellType.of(field.type(), mapping.dates().get(name)));
  }

  /** A column that only expressions read. */
  static Cell input(FieldType type, int column) {
    return new Cell(column, null, List.of(), Map.of(), false, CellType.of(type, null));
  }

  /** The text of the column in a record; null where there is none. */
  String text(String[] cells) {
    return constant != null ? constant : column < 0 ? null : cells[column];
  }

  /** The stored value of a text, null for unknown, or {@link CellType#NOT_OF_TYPE}. */
  Object read(String text) {
    if (text == null) {
      return null;
    }
    String bare = text.strip();
    if (bare.isEmpty() || saysUnknown(bare)) {
      return null;
    }
    String code = recode.isEmpty() ? bare : recode.getOrDefault(bare, bare);
    return type.read(topography ? TopographyCode.canonical(code) : code);
  }

  private boolean saysUnknown(String text) {
    return (!unknown.isEmpty() && unknown.contains(text))
        || (text.startsWith(MISSING_PREFIX) && MISSING_CODES.contains(text));
  }
}
