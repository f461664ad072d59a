package org.tidemark.catalogue;

import java.io.Serializable;

/**
 * How a delimited text file is cut into cells.
 *
 * @param delimiter between cells
 * @param quote around a cell that holds a delimiter
 * @param encoding an IANA charset name; decoding is strict
 * @param multiline whether a quoted cell may hold line breaks (at most 50 lines)
 */
public record TextFormat(char delimiter, char quote, String encoding, boolean multiline)
    implements Serializable {
  /** Comma, double quote, UTF-8, one line a record. */
  public static final TextFormat STANDARD = new TextFormat(',', '"', "UTF-8", false);
}
