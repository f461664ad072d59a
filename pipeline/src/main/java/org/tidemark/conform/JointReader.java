package org.tidemark.conform;

import java.util.Objects;

/** Reads the cells of several columns and remembers what the last texts were read as. */
final class JointReader extends FieldReader {
  private static final int ODD = 31;

  private final Cell[] cells;
  private final Joint.Reading reading;
  private final int[] codes = new int[SLOTS];
  private final String[] texts;
  private final Value[] values = new Value[SLOTS];
  private final String[] now;

  private JointReader(Joint joint) {
    this.cells = joint.cells();
    this.reading = joint.reading();
    this.now = new String[cells.length];
    this.texts = new String[cells.length * SLOTS];
  }

  static JointReader of(Joint joint) {
    return new JointReader(joint);
  }

  @Override
  Value read(String[] record) {
    int code = 1;
    for (int i = 0; i < cells.length; i++) {
      String text = cells[i].text(record);
      now[i] = text;
      code = ODD * code + (text == null ? 0 : text.hashCode());
    }
    int slot = slot(code);
    if (codes[slot] == code && values[slot] != null && remembered(slot * cells.length)) {
      return values[slot];
    }
    Value value = value(reading.read(now));
    codes[slot] = code;
    System.arraycopy(now, 0, texts, slot * cells.length, cells.length);
    values[slot] = value;
    return value;
  }

  private boolean remembered(int from) {
    for (int i = 0; i < now.length; i++) {
      if (!Objects.equals(now[i], texts[from + i])) {
        return false;
      }
    }
    return true;
  }
}
