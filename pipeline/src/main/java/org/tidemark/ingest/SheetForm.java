package org.tidemark.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.tidemark.catalogue.SheetLayout;

/**
 * A spreadsheet: the sheets that the mapping names, or the one that bears the table's name, or the
 * only one; the header is where the mapping says, or in the first row that is not blank. A workbook
 * is held in memory, within a limit.
 */
final class SheetForm implements Form {
  private final String table;
  private final ColumnPlan plan;
  private final SheetLayout layout;
  private final IngestLimits limits;
  private final List<String> together;

  private SheetForm(
      String table,
      ColumnPlan plan,
      SheetLayout layout,
      IngestLimits limits,
      List<String> together) {
    this.together = together;
    this.table = table;
    this.plan = plan;
    this.layout = layout;
    this.limits = limits;
  }

  static SheetForm of(Intake intake, IngestLimits limits) {
    return new SheetForm(
        intake.source().table(),
        intake.plan(),
        intake.layout().sheet(),
        limits,
        intake.source().together());
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
      List<Sheet> sheets = sheets(book);
      if (sheets.isEmpty()) {
        return whole.outline(Alignment.of(plan.wanted(), plan), 0);
      }
      Alignment first = null;
      long records = 0;
      for (Sheet sheet : sheets) {
        SheetRecords rows = records(bytes, book, sheet, "", "");
        first = first == null ? rows.alignment() : first;
        while (rows.hasNext()) {
          rows.next();
          records++;
        }
      }
      return whole.outline(first, records);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      // The reader's own message may hold a value.
      throw Unreadable.of(IngestRule.SHEET);
    }
  }

  @Override
  public Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice)
      throws IOException {
    byte[] bytes = in.readAllBytes();
    ReadableWorkbook book = open(bytes);
    List<Iterator<RawRecord>> all = new ArrayList<>();
    for (Sheet sheet : sheets(book)) {
      all.add(records(bytes, book, sheet, file.source(), file.name()));
    }
    return all.stream().flatMap(SheetForm::stream).iterator();
  }

  private static Stream<RawRecord> stream(Iterator<RawRecord> records) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, 0), false);
  }

  private SheetRecords records(
      byte[] bytes, ReadableWorkbook book, Sheet sheet, String source, String file)
      throws IOException {
    SheetTable table = SheetTable.of(bytes, book, sheet, layout);
    if (table.header().size() > limits.columns()) {
      throw Unreadable.of(IngestRule.HEADER, "more than " + limits.columns() + " columns");
    }
    return SheetRecords.of(table, source, file, plan);
  }

  private ReadableWorkbook open(byte[] bytes) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
  }

  private List<Sheet> sheets(ReadableWorkbook book) throws Unreadable {
    List<Sheet> sheets = book.getSheets().toList();
    if (!layout.sheets().isEmpty()) {
      List<Sheet> named = sheets.stream().filter(s -> layout.names(s.getName())).toList();
      if (named.isEmpty()) {
        throw Unreadable.of(
            IngestRule.SHEET, sheets.size() + " sheets, none of those that the mapping names");
      }
      return named;
    }
    if (!together.isEmpty()) {
      return oneOfSeveral(sheets);
    }
    List<Sheet> named =
        sheets.stream().filter(s -> s.getName().strip().equalsIgnoreCase(table)).toList();
    if (named.size() == 1) {
      return named;
    }
    if (sheets.size() != 1) {
      throw Unreadable.of(IngestRule.SHEET, sheets.size() + " sheets, none of them named " + table);
    }
    return sheets;
  }

  /**
   * The sheet of the table in a workbook of several, of which a site may leave some out. A sheet of
   * none of them is refused, or what it holds would be lost in silence.
   */
  private List<Sheet> oneOfSeveral(List<Sheet> sheets) throws Unreadable {
    for (int i = 0; i < sheets.size(); i++) {
      String name = sheets.get(i).getName().strip();
      if (together.stream().noneMatch(name::equalsIgnoreCase)) {
        throw Unreadable.of(
            IngestRule.SHEET,
            "sheet " + (i + 1) + " of " + sheets.size() + " bears the name of no table");
      }
    }
    return sheets.stream().filter(s -> s.getName().strip().equalsIgnoreCase(table)).toList();
  }
}
