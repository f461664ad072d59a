package org.tidemark.conform;

import java.io.Serializable;

/**
 * How one stored value is read from several columns of a record.
 *
 * @param cells the columns, in the order in which the reading takes their texts
 * @param reading of their texts
 */
record Joint(Cell[] cells, Reading reading) implements FieldReading {
  /** Reads texts that belong together. */
  interface Reading extends Serializable {
    /**
     * The stored value, null for unknown, {@link CellType#NOT_OF_TYPE} or {@link
     * CellType#CONTRADICTED}.
     *
     * @param texts one a column as it was sent; null where a record has none. Not to be kept
     */
    Object read(String[] texts);
  }

  @Override
  public FieldReader reader() {
    return JointReader.of(this);
  }
}
