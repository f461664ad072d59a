package org.tidemark.conform;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Mapping;
import org.tidemark.coding.TopographyCode;
import org.tidemark.model.DigitScript;

/**
 * How one stored value is read from a record: from which column, which texts say unknown, which are
 * recoded, and of what type it is.
 *
 * @param column index into the wanted columns; -1 where the source has no such column
 * @param constant the value of every record, or null
 * @param unknown texts that mean unknown
 * @param recode text → code
 * @param digits scripts whose digits stand for 0 to 9 here
 * @param topography whether spellings of topography codes are brought to one form
 * @param type how the text is read
 */
record Cell(
    int column,
    String constant,
    List<String> unknown,
    Map<String, String> recode,
    Set<DigitScript> digits,
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
        coded(field) ? mapping.spelling().digits() : Set.of(),
        "topography".equals(field.codeList()),
        CellType.of(name, field.type(), mapping.spelling()));
  }

  /** A column that only expressions read. */
  static Cell input(String name, FieldType type, int column, Mapping mapping) {
    return new Cell(
        column,
        null,
        List.of(),
        Map.of(),
        text(type) ? Set.of() : mapping.spelling().digits(),
        false,
        CellType.of(name, type, mapping.spelling()));
  }

  /** Codes are numbers in their sender's mind; names and ids stay as they were sent. */
  private static boolean coded(Field field) {
    return !text(field.type()) || !field.codeList().isEmpty() || !field.values().isEmpty();
  }

  private static boolean text(FieldType type) {
    return type == FieldType.STRING || type == FieldType.LIST;
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
    String plain = digits.isEmpty() ? bare : DigitScript.plain(bare, digits);
    if (!plain.equals(bare) && (plain.isEmpty() || saysUnknown(plain))) {
      return null;
    }
    String code = recode.isEmpty() ? plain : recoded(bare, plain);
    return type.read(topography ? TopographyCode.canonical(code) : code);
  }

  private String recoded(String bare, String plain) {
    String code = recode.get(bare);
    return code != null ? code : recode.getOrDefault(plain, plain);
  }

  private boolean saysUnknown(String text) {
    return (!unknown.isEmpty() && unknown.contains(text))
        || (text.startsWith(MISSING_PREFIX) && MISSING_CODES.contains(text));
  }
}
