package org.tidemark.conform;

/** Reads the cells of one column and remembers what the last texts were read as. */
final class CellReader extends FieldReader {
  private final Cell cell;
  private final int[] codes = new int[SLOTS];
  private final String[] texts = new String[SLOTS];
  private final Value[] values = new Value[SLOTS];
  private final Value absent;

  private CellReader(Cell cell) {
    this.cell = cell;
    this.absent = value(cell.read((String) null));
  }

  static CellReader of(Cell cell) {
    return new CellReader(cell);
  }

  @Override
  Value read(String[] cells) {
    String text = cell.text(cells);
    if (text == null) {
      return absent;
    }
    int code = text.hashCode();
    int slot = slot(code);
    // Most texts that are not remembered differ in their code: the text itself is not touched.
    if (codes[slot] == code && text.equals(texts[slot])) {
      return values[slot];
    }
    Value value = value(cell.read(text));
    codes[slot] = code;
    texts[slot] = text;
    values[slot] = value;
    return value;
  }

  @Override
  boolean thirteenthMonth(String[] cells) {
    String code = cell.code(cell.text(cells));
    return code != null && cell.type().thirteenthMonth(code);
  }
}
