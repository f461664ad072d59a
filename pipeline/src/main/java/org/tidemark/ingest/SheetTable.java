package org.tidemark.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.tidemark.catalogue.SheetLayout;

/** One sheet as a table: the columns that its header names, and below it the rows. */
final class SheetTable {
  /** More than a sheet has rows: numbers of records are those of rows, and differ by sheet. */
  static final long STEP = 10_000_000;

  private final Sheet sheet;
  private final SheetRows rows;
  private final SheetLayout layout;
  private final List<String> header;

  private SheetTable(Sheet sheet, SheetRows rows, SheetLayout layout, List<String> header) {
    this.sheet = sheet;
    this.rows = rows;
    this.layout = layout;
    this.header = header;
  }

  /** Opens a sheet and reads its header. */
  static SheetTable of(byte[] workbook, ReadableWorkbook book, Sheet sheet, SheetLayout layout)
      throws IOException {
    SheetRows rows = SheetRows.of(book, sheet);
    List<String> header =
        new ArrayList<>(
            layout.headerRows().isEmpty()
                ? firstRow(rows)
                : joined(rows, layout, SheetMerges.of(workbook, sheet)));
    if (!layout.nameAs().isEmpty()) {
      header.add(layout.nameAs());
    }
    return new SheetTable(sheet, rows, layout, header);
  }

  private static List<String> firstRow(SheetRows rows) throws IOException {
    if (!rows.next()) {
      throw Unreadable.of(IngestRule.EMPTY);
    }
    return Arrays.stream(rows.cells(rows.width())).map(String::strip).toList();
  }

  /** Each column is named by the texts that stand above it, each once, however it is merged. */
  private static List<String> joined(SheetRows rows, SheetLayout layout, SheetMerges merges)
      throws IOException {
    Map<Integer, String[]> texts = new TreeMap<>();
    int width = 0;
    int last = layout.headerRows().get(layout.headerRows().size() - 1);
    while (rows.nextUpTo(last)) {
      if (layout.headerRows().contains((int) rows.number())) {
        texts.put((int) rows.number(), rows.cells(rows.width()));
        width = Math.max(width, rows.width());
      }
    }
    if (width == 0) {
      throw Unreadable.of(IngestRule.HEADER, "the header's rows are blank");
    }
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      Set<String> parts = new LinkedHashSet<>();
      for (int row : layout.headerRows()) {
        String[] shown = texts.getOrDefault(merges.row(row, column), new String[0]);
        int at = merges.column(row, column);
        parts.add(at < shown.length ? shown[at].strip().replaceAll("\\s+", " ") : "");
      }
      parts.remove("");
      names.add(String.join(" ", parts));
    }
    return names;
  }

  /** The names of the columns, that of the sheet's name behind the others. */
  List<String> header() {
    return header;
  }

  /** The number of the header's last row. */
  long headerEnd() {
    List<Integer> header = layout.headerRows();
    return header.isEmpty() ? rows.number() : header.get(header.size() - 1);
  }

  SheetRows rows() {
    return rows;
  }

  SheetLayout layout() {
    return layout;
  }

  /** The cells of the row that was gone to, under the header. */
  String[] cells() {
    boolean named = !layout.nameAs().isEmpty();
    String[] cells = rows.cells(named ? header.size() - 1 : header.size());
    if (named) {
      cells = Arrays.copyOf(cells, header.size());
      cells[header.size() - 1] = sheet.getName().strip();
    }
    return cells;
  }

  /** Whether the row that was gone to reaches beyond the header. */
  boolean overflows() {
    return rows.width() > header.size() - (layout.nameAs().isEmpty() ? 0 : 1);
  }

  /** The number of a row as a record's: where sheets are named, each has numbers of its own. */
  long number(long row) {
    return layout.sheets().isEmpty() ? row : sheet.getIndex() * STEP + row;
  }
}
