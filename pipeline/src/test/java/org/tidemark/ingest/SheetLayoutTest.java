package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.SheetLayout;
import org.tidemark.catalogue.SheetLayout.Skip;
import org.tidemark.catalogue.SourceFormat;

/**
 * Workbooks as people send them: titles, two header rows, groups, totals, notes, a sheet a year.
 */
@DisplayName("A workbook is read as its mapping lays it out")
class SheetLayoutTest {
  private static final List<Skip> NOT_RECORDS =
      List.of(
          new Skip("SHEET-TOTAL", "Commune", "total*"),
          new Skip("SHEET-NOTE", "Commune", "source :*"),
          new Skip("SHEET-HEADER", "Commune", "Commune"),
          new Skip("SHEET-GROUP", "Commune", ""));

  private static final SheetLayout FRENCH =
      new SheetLayout(List.of(), List.of(3, 4), List.of("Province"), NOT_RECORDS, true, "");

  private static final String[] COLUMNS = {
    "Province", "Commune", "Nombre de cas Hommes", "Nombre de cas Femmes", "Début"
  };

  @TempDir Path dir;

  private Folder folder(SheetLayout layout, String... columns) {
    return Folder.of(dir, "*.xlsx", columns)
        .with(SourceFormat.XLSX)
        .with(new FileLayout(layout, List.of()));
  }

  /** A title, a header in rows 3 and 4 with cells merged both ways, and rows from row 5. */
  private static void french(Worksheet sheet) {
    row(sheet, 0, "Registre du cancer – année 2019");
    sheet.range(0, 0, 0, 4).merge();
    row(sheet, 2, "Province", "Commune", " Nombre\nde  cas ", "", "Début");
    row(sheet, 3, "", "", "Hommes", "Femmes", "");
    sheet.range(2, 0, 3, 0).merge();
    sheet.range(2, 1, 3, 1).merge();
    sheet.range(2, 2, 2, 3).merge();
    sheet.range(2, 4, 3, 4).merge();
    row(sheet, 4, "Nord", "Ébène", 3, 5, 43466);
    row(sheet, 5, "", "Açu", 1, 0, 43467);
    sheet.range(4, 0, 5, 0).merge();
    row(sheet, 6, "", "Total Nord", 4, 5, "");
    row(sheet, 8, "Province", "Commune", "Hommes", "Femmes", "");
    row(sheet, 9, "Sud", "", "", "", "");
    row(sheet, 10, "", "Île", 2, 2, 43468);
    row(sheet, 11, "", "TOTAL", 6, 7, "");
    row(sheet, 13, "", "Source : ministère", "", "", "");
  }

  @Test
  void headersOfSeveralRowsGroupsTotalsAndBlankRows() {
    Folder folder = folder(FRENCH, COLUMNS).put("f.xlsx", book(b -> french(b.newWorksheet("Cas"))));
    assertThat(folder.accepted().records()).isEqualTo(10);
    assertThat(Shown.of(folder.read()))
        .containsExactly(
            "5 Nord|Ébène|3|5|43466",
            "6 Nord|Açu|1|0|43467",
            "7 SHEET-TOTAL",
            "8 SHEET-BLANK",
            "9 SHEET-HEADER",
            "10 SHEET-GROUP",
            "11 Nord|Île|2|2|43468",
            "12 SHEET-TOTAL",
            "13 SHEET-BLANK",
            "14 SHEET-NOTE");
    assertThat(folder.read().get(2).raw()).isEqualTo("\tTotal Nord\t4\t5");
  }

  @Test
  void nothingIsFilledSkippedOrCountedThatTheMappingDoesNotName() {
    SheetLayout plain = new SheetLayout(List.of(), List.of(3, 4), List.of(), List.of(), false, "");
    Folder folder = folder(plain, COLUMNS).put("f.xlsx", book(b -> french(b.newWorksheet("Cas"))));
    assertThat(Shown.of(folder.read()))
        .hasSize(8)
        .contains("6 |Açu|1|0|43467", "7 |Total Nord|4|5|", "10 Sud||||");
  }

  @Test
  void aSheetAYearIsNamedInAColumnAndNumbersItsOwnRows() {
    SheetLayout years =
        new SheetLayout(List.of("20??"), List.of(), List.of("zone"), List.of(), false, "année");
    Folder folder = folder(years, "zone", "n", "année");
    folder.put(
        "f.xlsx",
        book(
            b -> {
              row(b.newWorksheet("Lisez-moi"), 0, "notes");
              Worksheet first = b.newWorksheet("2019");
              row(first, 0, "zone", "n");
              row(first, 1, "A", 1);
              Worksheet second = b.newWorksheet(" 2020 ");
              row(second, 0, "n", "zone");
              row(second, 1, 2, "");
              row(second, 2, 3, "B", "more");
            }));
    assertThat(folder.accepted().records()).isEqualTo(3);
    assertThat(Shown.of(folder.read()))
        .containsExactly("10000002 A|1|2019", "20000002 |2|2020", "20000003 INGEST-FIELDS");
  }

  @Test
  void sheetsAndHeadersThatAreNotThereRefuseTheFile() {
    SheetLayout years =
        new SheetLayout(List.of("2018", "19*"), List.of(), List.of(), List.of(), false, "");
    byte[] book = book(b -> french(b.newWorksheet("Cas")));
    assertThat(folder(years, COLUMNS).put("f.xlsx", book).refused().rule())
        .isEqualTo("INGEST-SHEET");
    SheetLayout below = new SheetLayout(List.of(), List.of(40), List.of(), List.of(), false, "");
    assertThat(folder(below, COLUMNS).put("f.xlsx", book).refused().rule())
        .isEqualTo("INGEST-HEADER");
    SheetLayout upper = new SheetLayout(List.of(), List.of(3), List.of(), List.of(), false, "");
    assertThat(folder(upper, COLUMNS).put("f.xlsx", book).refused().rule())
        .isIn("INGEST-HEADER", "INGEST-UNKNOWN-COLUMN");
    SheetLayout other =
        new SheetLayout(List.of(), List.of(3, 4), List.of("Région"), List.of(), false, "");
    assertThat(folder(other, COLUMNS).put("f.xlsx", book).refused().what()).contains("Région");
  }

  @Test
  void oneSheetOfSeveralThatIsWrongRefusesTheFile() {
    SheetLayout years = new SheetLayout(List.of("20*"), List.of(), List.of(), List.of(), false, "");
    Folder folder = folder(years, "zone");
    folder.put(
        "f.xlsx",
        book(
            b -> {
              Worksheet first = b.newWorksheet("2019");
              row(first, 0, "zone");
              row(first, 1, "A");
              row(b.newWorksheet("2020"), 0, "autre");
            }));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-UNKNOWN-COLUMN");
  }

  @Test
  void aDateIsCountedFromTheWorkbooksOwnDay() {
    Folder folder = Folder.of(dir, "*.xlsx", "when").with(SourceFormat.XLSX);
    folder.put(
        "f.xlsx",
        book(
            b -> {
              Worksheet sheet = b.newWorksheet("any");
              row(sheet, 0, "when");
              row(sheet, 1, 43831);
              sheet.style(1, 0).format("dd/mm/yyyy").set();
            }));
    assertThat(Shown.of(folder.read())).containsExactly("2 2020-01-01");
    folder.put("f.xlsx", from1904(dir.resolve("f.xlsx")));
    assertThat(Shown.of(folder.read())).containsExactly("2 2024-01-02");
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else if (!cells[i].toString().isEmpty()) {
        sheet.value(row, i, cells[i].toString());
      }
    }
  }

  private static byte[] book(Consumer<Workbook> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      sheets.accept(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same workbook as an old Macintosh one. */
  private static byte[] from1904(Path book) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(book.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part : Collections.list(in.entries())) {
        String text = new String(in.getInputStream(part).readAllBytes(), UTF_8);
        out.putNextEntry(new ZipEntry(part.getName()));
        String other =
            text.replaceFirst("<workbookPr[^>]*/>", "")
                .replaceFirst("(<workbook [^>]*>)", "$1<workbookPr date1904=\"1\"/>");
        out.write((part.getName().equals("xl/workbook.xml") ? other : text).getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
