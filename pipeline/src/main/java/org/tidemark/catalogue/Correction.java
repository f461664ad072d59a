package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A value of one record that somebody corrected. All texts are as the registrar knows them, before
 * anything is recoded or hidden.
 *
 * @param line where it stands in its file, from 1, the header included
 * @param record the record's own id
 * @param field the field, or the column where that is what was named
 * @param column the source's column
 * @param oldValue the text that the record was sent with; empty where it had none
 * @param newValue the text that is right; empty for none
 * @param reason why
 * @param who corrected it
 * @param when it was corrected
 */
public record Correction(
    int line,
    String record,
    String field,
    String column,
    String oldValue,
    String newValue,
    String reason,
    String who,
    LocalDate when)
    implements Serializable {
  /** Checks that nothing is absent. */
  public Correction {
    requireNonNull(record, "record");
    requireNonNull(field, "field");
    requireNonNull(column, "column");
    requireNonNull(oldValue, "oldValue");
    requireNonNull(newValue, "newValue");
    requireNonNull(when, "when");
  }
}
