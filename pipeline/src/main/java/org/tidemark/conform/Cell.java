package org.tidemark.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Mapping;
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
 * @param form how spellings of its codes are brought to one
 * @param type how the text is read
 */
record Cell(
    int column,
    String constant,
    List<String> unknown,
    Map<String, String> recode,
    Set<DigitScript> digits,
    CodeForm form,
    CellType type)
    implements FieldReading {

  /** Reasoned missing codes allowed in any cell of a site report. */
  private static final String MISSING_PREFIX = "NA-";

  private static final List<String> MISSING_CODES =
      List.of("NA-NOTREP", "NA-UNK", "NA-NAPP", "NA-REF");

  /** How people write that there is nothing, without a reason. */
  private static final List<String> NA_SPELLINGS = List.of("NA", "N/A", "n/a", "#N/A");

  /** A field of a report that a site fills by hand: there people also write NA for nothing. */
  static Cell ofReport(Field field, int column, Mapping mapping) {
    Cell cell = of(field, column, mapping);
    if (field.values().contains(NA_SPELLINGS.get(0))) {
      return cell;
    }
    List<String> unknown = new ArrayList<>(cell.unknown);
    unknown.addAll(NA_SPELLINGS);
    return new Cell(column, cell.constant, unknown, cell.recode, cell.digits, cell.form, cell.type);
  }

  /** A field of the table, as the mapping has it. */
  static Cell of(Field field, int column, Mapping mapping) {
    String name = field.name();
    return new Cell(
        column,
        mapping.constants().get(name),
        mapping.missing().getOrDefault(name, List.of()),
        mapping.recode().getOrDefault(name, Map.of()),
        coded(field) ? mapping.spelling().digits() : Set.of(),
        CodeForm.of(field),
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
        CodeForm.PLAIN,
        CellType.of(name, type, mapping.spelling()));
  }

  /** The same of another column. */
  Cell at(int other) {
    return new Cell(other, constant, unknown, recode, digits, form, type);
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

  @Override
  public FieldReader reader() {
    return CellReader.of(this);
  }

  /** The stored value of a text, null for unknown, or {@link CellType#NOT_OF_TYPE}. */
  Object read(String text) {
    String code = code(text);
    return code == null ? null : type.read(form.apply(code));
  }

  /** The code that a text means, in the spelling that is left of it; null for unknown. */
  String code(String text) {
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
    return recode.isEmpty() ? plain : recoded(bare, plain);
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
