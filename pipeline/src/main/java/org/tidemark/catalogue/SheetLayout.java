package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the records stand in the workbooks of a source, and which rows are none.
 *
 * @param sheets names of the sheets that are read, {@code *} and {@code ?} as in file names; empty:
 *     the sheet that bears the table's name, else the only one
 * @param headerRows numbers of the header's rows, as the sender sees them; a column is named by its
 *     texts in all of them. Empty: the first row that is not blank
 * @param fillDown columns of which a blank cell means what stands above it
 * @param skip rows that are no records
 * @param blankRows whether blank rows between records are counted, under {@link #BLANK}
 * @param nameAs the column in which the name of the sheet stands, or empty
 */
public record SheetLayout(
    List<String> sheets,
    List<Integer> headerRows,
    List<String> fillDown,
    List<Skip> skip,
    boolean blankRows,
    String nameAs)
    implements Serializable {
  /** The rule under which blank rows are counted. */
  public static final String BLANK = "SHEET-BLANK";

  /** A header in the first row that is not blank, and nothing but records below. */
  public static final SheetLayout PLAIN =
      new SheetLayout(List.of(), List.of(), List.of(), List.of(), false, "");

  /**
   * Rows that are no records, such as totals and notes: refused under a rule, so that they are
   * counted and kept.
   *
   * @param rule the rule
   * @param column the column that tells them
   * @param like what it holds there, whatever the case, {@code *} and {@code ?} as in file names;
   *     empty for a blank cell
   */
  public record Skip(String rule, String column, String like) implements Serializable {
    /** Whether a cell tells such a row. */
    public boolean meets(String cell) {
      return SheetLayout.like(like, cell.strip());
    }
  }

  /** Checks that nothing is absent and copies the lists. */
  public SheetLayout {
    requireNonNull(nameAs, "nameAs");
    sheets = List.copyOf(sheets);
    headerRows = List.copyOf(headerRows);
    fillDown = List.copyOf(fillDown);
    skip = List.copyOf(skip);
  }

  /** Whether a sheet of that name is one of those that are named. */
  public boolean names(String sheet) {
    return sheets.stream().anyMatch(name -> like(name, sheet.strip()));
  }

  /** The rules under which rows that are no records are counted. */
  public Set<String> rules() {
    return Stream.concat(
            skip.stream().map(Skip::rule), blankRows ? Stream.of(BLANK) : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean like(String pattern, String text) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
        .matcher(text)
        .matches();
  }
}
