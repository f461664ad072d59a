package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * What a mapping says of the form of its files, beside how text is cut.
 *
 * @param sheet of workbooks
 * @param fixed of text in fixed columns, in the mapping's order; empty where it is not
 * @param dhis2 of values of DHIS2
 */
public record FileLayout(SheetLayout sheet, List<FixedColumn> fixed, Dhis2Layout dhis2)
    implements Serializable {
  /** Files that say themselves where their columns are. */
  public static final FileLayout PLAIN =
      new FileLayout(SheetLayout.PLAIN, List.of(), Dhis2Layout.NONE);

  /** Files that are no values of DHIS2. */
  public FileLayout(SheetLayout sheet, List<FixedColumn> fixed) {
    this(sheet, fixed, Dhis2Layout.NONE);
  }

  /** Checks that nothing is absent and copies the list. */
  public FileLayout {
    requireNonNull(sheet, "sheet");
    requireNonNull(dhis2, "dhis2");
    fixed = List.copyOf(fixed);
  }

  /** Characters of a line, to the end of the last column; 0 without fixed columns. */
  public int width() {
    return fixed.stream().mapToInt(FixedColumn::end).max().orElse(0);
  }
}
