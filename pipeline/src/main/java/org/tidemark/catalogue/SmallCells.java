package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a published table counts people by, so that small counts can be hidden, and the counts that
 * would give them back.
 *
 * @param counts the columns that count people
 * @param bases counts without which a share says too little, see {@link
 *     DisclosureProfile#denominatorMinimum}
 * @param figures columns that follow from the counts and are hidden with them
 * @param along dimension → the kind of sum that holds along it: parts, periods, ages, cancers,
 *     units or strata. A dimension is a column, several joined by {@code +}, or named so: {@code
 *     period=year_from+year_to}
 * @param sums a population → the populations that it consists of
 */
public record SmallCells(
    List<Count> counts,
    List<String> bases,
    List<String> figures,
    Map<String, String> along,
    Map<String, List<String>> sums) {

  /**
   * A column that counts people.
   *
   * @param column its name
   * @param of who is counted: counts of the same people by the same key are one count, in whatever
   *     table they stand; {@code {name}} stands for a column's value. {@code measure}: told by the
   *     counts themselves, series by series
   * @param where values of other columns that rows must have for it to count
   * @param totals a key column → who is counted where that column is empty, if others
   * @param at a dimension's column → the column that stands for it here: a count of other people
   *     than those whom the row is of
   * @param role what hiding does with it
   */
  public record Count(
      String column,
      String of,
      Map<String, String> where,
      Map<String, String> totals,
      Map<String, String> at,
      Role role) {
    /** Checks that nothing is absent and copies the maps. */
    public Count {
      requireNonNull(column, "column");
      requireNonNull(of, "of");
      requireNonNull(role, "role");
      where = Map.copyOf(where);
      totals = Map.copyOf(totals);
      at = Map.copyOf(at);
    }
  }

  /** What hiding does with a count. */
  public enum Role {
    /** A small one is hidden, and so is its row. */
    SMALL,
    /** It is hidden with its row, and is not small by itself. */
    FOLLOWS,
    /** It is shown in every row. */
    SHOWN
  }

  /** The columns of a dimension. */
  public static List<String> columns(String dimension) {
    return List.of(dimension.substring(dimension.indexOf('=') + 1).split("\\+"));
  }

  /** The name under which tables share a dimension. */
  public static String name(String dimension) {
    return dimension.contains("=") ? dimension.substring(0, dimension.indexOf('=')) : dimension;
  }

  /** Copies the lists and maps. */
  public SmallCells {
    counts = List.copyOf(counts);
    bases = List.copyOf(bases);
    figures = List.copyOf(figures);
    along = Map.copyOf(along);
    sums = Map.copyOf(sums);
  }
}
