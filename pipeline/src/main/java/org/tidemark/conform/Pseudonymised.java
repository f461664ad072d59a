package org.tidemark.conform;

import org.tidemark.model.PseudonymKey;

/**
 * How an id is read that may name a patient: as its pseudonym. Nothing behind the reading task sees
 * the id, but the quarantine, which keeps refused records as they were sent.
 *
 * @param id its column
 * @param within columns of what it is unique within
 * @param key under which it becomes a pseudonym
 * @param refusing whether what names or reaches a person refuses the record: where the id is a
 *     pseudonym already, a name is there by mistake
 */
record Pseudonymised(Cell id, Cell[] within, PseudonymKey key, boolean refusing)
    implements FieldReading {
  @Override
  public FieldReader reader() {
    return PseudonymReader.of(this);
  }
}
