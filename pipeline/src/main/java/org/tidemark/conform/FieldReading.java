package org.tidemark.conform;

import java.io.Serializable;

/** How one stored value comes out of the cells of a record. */
interface FieldReading extends Serializable {
  /** A reader of its own for one task. */
  FieldReader reader();
}
