package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * What a mapping says of the form of its files, beside how text is cut.
 *
 * @param sheet of workbooks
 * @param fixed of text in fixed columns, in the mapping's order; empty where it is not
 */
public record FileLayout(SheetLayout sheet, List<FixedColumn> fixed) implements Serializable {
  /** Files that say themselves where their columns are. */
  public static final FileLayout PLAIN = new FileLayout(SheetLayout.PLAIN, List.of());

  /** Checks that nothing is absent and copies the list. */
  public FileLayout {
    requireNonNull(sheet, "sheet");
    fixed = List.copyOf(fixed);
  }

  /** Characters of a line, to the end of the last column; 0 without fixed columns. */
  public int width() {
    return fixed.stream().mapToInt(FixedColumn::end).max().orElse(0);
  }
}
