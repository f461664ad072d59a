package org.tidemark.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One record as it was sent, with its place.
 *
 * @param source the source's id
 * @param file the file as the programme names it
 * @param recordNumber its place in the file: the first record of a delimited file or of an array is
 *     1, and blank lines are not counted; in a spreadsheet it is the row number that the sender
 *     sees
 * @param cells the texts in the order of {@link ColumnPlan#wanted}; null where the file has no such
 *     column; all null in a refused record
 * @param fault the id of the {@link IngestRule} that refuses the record, or of the {@link
 *     BesideRule} that says what becomes of it, or null
 * @param text the record as sent, held by reference
 */
public record RawRecord(
    String source, String file, long recordNumber, String[] cells, String fault, RawText text)
    implements Serializable {
  /** Checks that nothing is absent but the fault. */
  public RawRecord {
    requireNonNull(source, "source");
    requireNonNull(file, "file");
    requireNonNull(cells, "cells");
    requireNonNull(text, "text");
  }

  /** The text of the record as it was sent; made anew by each call. */
  public String raw() {
    return text.toString();
  }
}
