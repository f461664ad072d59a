package org.tidemark.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A spreadsheet: the sheet that bears the table's name, else the only sheet; its first row that is
 * not blank is the header. A workbook is held in memory, within a limit.
 */
final class SheetForm implements Form {
  private final String table;
  private final ColumnPlan plan;
  private final IngestLimits limits;

  private SheetForm(String table, ColumnPlan plan, IngestLimits limits) {
    this.table = table;
    this.plan = plan;
    this.limits = limits;
  }

  static SheetForm of(Intake intake, IngestLimits limits) {
    return new SheetForm(intake.source().table(), intake.plan(), limits);
  }

  @Override
  public Outline examine(InputStream in) throws IOException {
    Whole whole = Whole.of(in);
    int most = Math.toIntExact(limits.sheetBytes());
    byte[] bytes = whole.readNBytes(most + 1);
    if (bytes.length > most) {
      throw Unreadable.of(IngestRule.INFLATION, "spreadsheets may have " + most + " bytes");
    }
    ZipGuard.check(bytes, limits);
    try (ReadableWorkbook book = open(bytes)) {
      SheetRows rows = SheetRows.of(book, sheet(book));
      if (!rows.next()) {
        throw Unreadable.of(IngestRule.EMPTY);
      }
      Alignment alignment = Alignment.of(header(rows), plan);
      long records = 0;
      while (rows.next()) {
        records++;
      }
      return whole.outline(alignment, records);
    } catch (IOException e) {
      throw e;
    } catch (RuntimeException e) {
      // The reader's own message may hold a value.
      throw Unreadable.of(IngestRule.SHEET);
    }
  }

  @Override
  public Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice)
      throws IOException {
    ReadableWorkbook book = open(in.readAllBytes());
    SheetRows rows = SheetRows.of(book, sheet(book));
    rows.next();
    return SheetRecords.of(rows, file);
  }

  private ReadableWorkbook open(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
  }

  private Sheet sheet(ReadableWorkbook book) throws Unreadable {
    List<Sheet> sheets = book.getSheets().toList();
    List<Sheet> named =
        sheets.stream().filter(s -> s.getName().strip().equalsIgnoreCase(table)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (sheets.size() != 1) {
      throw Unreadable.of(IngestRule.SHEET, sheets.size() + " sheets, none of them named " + table);
    }
    return sheets.get(0);
  }

  private List<String> header(SheetRows rows) throws Unreadable {
    String[] names = rows.cells(rows.width());
    if (names.length > limits.columns()) {
      throw Unreadable.of(IngestRule.HEADER, "more than " + limits.columns() + " columns");
    }
    return Arrays.stream(names).map(String::strip).toList();
  }
}
