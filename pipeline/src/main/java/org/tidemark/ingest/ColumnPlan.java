package org.tidemark.ingest;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import org.tidemark.catalogue.HeaderForms;

/**
 * The columns that a mapping expects of a file, by name. The order of columns in a file means
 * nothing; a column that is named nowhere here refuses the file.
 *
 * @param wanted columns to read; records carry their cells in this order
 * @param required those of them that a file must have
 * @param ignored columns that are left out on purpose
 * @param headers the other names under which a file may have these columns
 * @param pseudonyms whether only pseudonyms may be sent: a column of names refuses the file as such
 */
public record ColumnPlan(
    List<String> wanted,
    List<String> required,
    List<String> ignored,
    HeaderForms headers,
    boolean pseudonyms)
    implements Serializable {
  /** Columns that bear their own names. */
  public ColumnPlan(List<String> wanted, List<String> required, List<String> ignored) {
    this(wanted, required, ignored, HeaderForms.EXACT);
  }

  /** Columns of a file that may name persons. */
  public ColumnPlan(
      List<String> wanted, List<String> required, List<String> ignored, HeaderForms headers) {
    this(wanted, required, ignored, headers, false);
  }

  /** Copies the lists and checks that the required columns are among the wanted ones. */
  public ColumnPlan {
    wanted = List.copyOf(wanted);
    required = List.copyOf(required);
    ignored = List.copyOf(ignored);
    if (new HashSet<>(wanted).size() != wanted.size()) {
      throw new IllegalArgumentException("a wanted column is named twice");
    }
    if (!wanted.containsAll(required)) {
      throw new IllegalArgumentException("a required column is not among the wanted columns");
    }
  }

  /** Whether a column of this name is expected, to be read or to be left out. */
  public boolean knows(String column) {
    return wanted.contains(column) || ignored.contains(column) || headers.added(column);
  }
}
