package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A column of a file in fixed columns.
 *
 * @param name its name, which the file itself does not say
 * @param start its first character, from 1, as layouts are published
 * @param width how many characters it has
 */
public record FixedColumn(String name, int start, int width) implements Serializable {
  /** Checks that the column is somewhere. */
  public FixedColumn {
    requireNonNull(name, "name");
    if (start < 1 || width < 1) {
      throw new IllegalArgumentException("a column begins at 1 or later and has a width");
    }
  }

  /** Whether all characters of another column are this one's too. */
  boolean holds(FixedColumn other) {
    return start <= other.start() && other.end() <= end();
  }

  /** Its last character, from 1. */
  public int end() {
    return start + width - 1;
  }

  /** The cell in a line that reaches as far. */
  public String of(String line) {
    return line.substring(start - 1, start - 1 + width);
  }
}
