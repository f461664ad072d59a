package org.tidemark.conform;

import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.account.ValueHash;

/** Reads the cells of one column and remembers what the last texts were read as. */
final class CellReader {
  private static final int SLOTS = 1 << 9;

  private final Cell cell;
  private final ValueHash hash = new ValueHash();
  private final int[] codes = new int[SLOTS];
  private final String[] texts = new String[SLOTS];
  private final Value[] values = new Value[SLOTS];
  private final Value absent;

  /**
   * A value as it is stored.
   *
   * @param stored in Spark's internal form; null for unknown
   * @param high first half of its hash
   * @param low second half
   */
  record Value(Object stored, long high, long low) {}

  private CellReader(Cell cell) {
    this.cell = cell;
    this.absent = value(cell.read((String) null));
  }

  static CellReader of(Cell cell) {
    return new CellReader(cell);
  }

  /** The value of the column in a record. */
  Value read(String[] cells) {
    String text = cell.text(cells);
    if (text == null) {
      return absent;
    }
    int code = text.hashCode();
    int slot = (code ^ code >>> 9 ^ code >>> 18) & (SLOTS - 1);
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

  private Value value(Object read) {
    long[] halves = hash.begin().add(read).end();
    Object stored = read instanceof String text ? UTF8String.fromString(text) : read;
    return new Value(stored, halves[0], halves[1]);
  }
}
