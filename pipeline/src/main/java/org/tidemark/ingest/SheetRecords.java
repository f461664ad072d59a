package org.tidemark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.tidemark.catalogue.SheetLayout;

/** The records of a sheet; a record's number is the row number that the sender sees. */
final class SheetRecords implements Iterator<RawRecord> {
  private final SheetTable table;
  private final String source;
  private final String file;
  private final Alignment alignment;
  private final int[] filled;
  private final String[] above;
  private long at;
  private boolean ahead;

  private SheetRecords(
      SheetTable table, String source, String file, Alignment alignment, int[] filled) {
    this.table = table;
    this.source = source;
    this.file = file;
    this.alignment = alignment;
    this.filled = filled;
    this.above = new String[filled.length];
    this.at = table.headerEnd();
  }

  /**
   * The records below a header.
   *
   * @throws Unreadable where the header is not that of the plan, or the layout's
   */
  static SheetRecords of(SheetTable table, String source, String file, ColumnPlan plan)
      throws Unreadable {
    Alignment alignment = Alignment.of(table.header(), plan);
    SheetLayout layout = table.layout();
    for (SheetLayout.Skip skip : layout.skip()) {
      place(table, skip.column());
    }
    int[] filled = new int[layout.fillDown().size()];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = place(table, layout.fillDown().get(i));
    }
    return new SheetRecords(table, source, file, alignment, filled);
  }

  private static int place(SheetTable table, String column) throws Unreadable {
    int place = table.header().indexOf(column);
    if (place < 0) {
      throw Unreadable.of(IngestRule.MISSING_COLUMN, column);
    }
    return place;
  }

  Alignment alignment() {
    return alignment;
  }

  @Override
  public boolean hasNext() {
    try {
      ahead = ahead || table.rows().next();
      return ahead;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    at = table.layout().blankRows() ? at + 1 : table.rows().number();
    if (at < table.rows().number()) {
      return record(alignment.none(), SheetLayout.BLANK, "");
    }
    ahead = false;
    String[] cells = table.cells();
    String fault = fault(cells);
    if (fault == null) {
      fillDown(cells);
    }
    String sent = String.join("\t", table.rows().cells(table.rows().width()));
    return record(fault == null ? alignment.align(cells) : alignment.none(), fault, sent);
  }

  private RawRecord record(String[] cells, String fault, String sent) {
    return new RawRecord(source, file, table.number(at), cells, fault, RawText.ofText(sent));
  }

  private String fault(String[] cells) {
    List<String> header = table.header();
    for (SheetLayout.Skip skip : table.layout().skip()) {
      if (skip.meets(cells[header.indexOf(skip.column())])) {
        return skip.rule();
      }
    }
    if (table.rows().broken()) {
      return IngestRule.VALUE.id();
    }
    return table.overflows() ? IngestRule.FIELDS.id() : null;
  }

  /** A blank cell of a group's column belongs to the group that the last row above it named. */
  private void fillDown(String[] cells) {
    for (int i = 0; i < filled.length; i++) {
      if (cells[filled[i]].isBlank()) {
        cells[filled[i]] = above[i] == null ? "" : above[i];
      } else {
        above[i] = cells[filled[i]];
      }
    }
  }
}
