package org.tidemark.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Walks over the rows of a sheet that hold anything. */
final class SheetRows {
  private final Iterator<Row> rows;
  private final SheetCell cell;
  private Row row;
  private long last;
  private boolean held;

  private SheetRows(Iterator<Row> rows, SheetCell cell) {
    this.rows = rows;
    this.cell = cell;
  }

  static SheetRows of(ReadableWorkbook book, Sheet sheet) throws IOException {
    return new SheetRows(sheet.openStream().iterator(), new SheetCell(book.isDate1904()));
  }

  /** Goes to the next row that is not blank; false where there is none. */
  boolean next() throws IOException {
    if (held) {
      held = false;
      return true;
    }
    while (rows.hasNext()) {
      row = rows.next();
      if (row.getRowNum() <= last) {
        throw Unreadable.of(IngestRule.SHEET, "its rows are not in order");
      }
      last = row.getRowNum();
      if (width() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next row that is not blank and not below a row of that number. */
  boolean nextUpTo(long number) throws IOException {
    if (!next()) {
      return false;
    }
    held = row.getRowNum() > number;
    return !held;
  }

  /** The row's number, as the sender sees it. */
  long number() {
    return row.getRowNum();
  }

  /** How many columns the row reaches. */
  int width() {
    int width = row.getCellCount();
    while (width > 0 && blank(row.getCell(width - 1))) {
      width--;
    }
    return width;
  }

  /** Whether a cell of the row shows an error instead of a value. */
  boolean broken() {
    return IntStream.range(0, row.getCellCount()).anyMatch(i -> cell.broken(row.getCell(i)));
  }

  /** The texts of the first cells of the row. */
  String[] cells(int width) {
    return IntStream.range(0, width)
        .mapToObj(i -> i < row.getCellCount() ? cell.text(row.getCell(i)) : "")
        .toArray(String[]::new);
  }

  private boolean blank(Cell found) {
    return !cell.broken(found) && cell.text(found).isBlank();
  }
}
