package org.tidemark.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * The text of a spreadsheet's cell: what the sender sees, in ISO 8601 and plain numbers. A number
 * is a date only if its format is one.
 *
 * @param date1904 whether the workbook counts days from 1904, as old Macintosh ones do
 */
record SheetCell(boolean date1904) {
  private static final Pattern ERROR =
      Pattern.compile("#(N/A|REF!|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|BLOCKED!|FIELD!)");

  /** Built-in number formats that are dates or times (ECMA-376 part 1, 18.8.30). */
  private static final Set<Integer> DATE_FORMATS =
      Set.of(
          14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
          50, 51, 52, 53, 54, 55, 56, 57, 58);

  /** Quoted text, escaped characters, and colours or locales in brackets say nothing of dates. */
  private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]");

  private static final Pattern DATE_LETTERS = Pattern.compile("[yYdDhHsS]|[mM]{2}");
  private static final int LAST_BUILT_IN = 163;

  /** The serial number of the day that never was. */
  private static final long PHANTOM = 60;

  /** Whether the cell holds an error, or a formula that was never computed. */
  boolean broken(Cell cell) {
    if (cell == null) {
      return false;
    }
    boolean uncomputed = cell.getType() == CellType.FORMULA && cell.getRawValue() == null;
    boolean error =
        cell.getType() == CellType.FORMULA
            && cell.getValue() instanceof String s
            && ERROR.matcher(s).matches();
    return cell.getType() == CellType.ERROR || uncomputed || error;
  }

  /** The cell's text; empty where there is none. */
  String text(Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return isDate(cell) ? date(number) : NumberText.ofDouble(number);
    }
    return cell.getValue().toString();
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id == null || id <= LAST_BUILT_IN) {
      return id != null && DATE_FORMATS.contains(id);
    }
    String format = cell.getDataFormatString();
    return format != null
        && DATE_LETTERS.matcher(NOT_FORMAT.matcher(format.split(";", 2)[0]).replaceAll("")).find();
  }

  /**
   * Days since the workbook's epoch. Excel counts a 29 February 1900 that never was, so that the
   * days before it lie one later than they seem.
   */
  private String date(BigDecimal serial) {
    double days = serial.doubleValue();
    long whole = (long) Math.floor(days);
    long seconds = Math.round((days - whole) * Duration.ofDays(1).toSeconds());
    LocalDate epoch = date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    if (whole < 0 || whole == PHANTOM && !date1904) {
      return whole < 0 ? NumberText.ofDouble(serial) : "1900-02-29";
    }
    long shift = !date1904 && whole < PHANTOM ? 1 : 0;
    try {
      LocalDateTime time = epoch.atStartOfDay().plusDays(whole + shift).plusSeconds(seconds);
      if (whole == 0 && seconds > 0) {
        return time.toLocalTime().toString();
      }
      boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
      return midnight ? time.toLocalDate().toString() : time.toString();
    } catch (DateTimeException e) {
      return NumberText.ofDouble(serial);
    }
  }
}
