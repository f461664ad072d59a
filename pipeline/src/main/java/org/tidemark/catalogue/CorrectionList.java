package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * The corrections of one source.
 *
 * @param file as the programme names it
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param column the source's column of the records' own ids
 * @param entries in the order of the file, in which they are applied
 */
public record CorrectionList(String file, String sha256, String column, List<Correction> entries)
    implements Serializable {
  /** Checks that nothing is absent and copies. */
  public CorrectionList {
    requireNonNull(file, "file");
    requireNonNull(sha256, "sha256");
    requireNonNull(column, "column");
    entries = List.copyOf(entries);
  }
}
