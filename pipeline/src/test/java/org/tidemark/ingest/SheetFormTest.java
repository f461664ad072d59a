package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.SourceFormat;

class SheetFormTest {
  @TempDir Path dir;

  @Test
  void aCellIsWhatTheSenderSees() {
    Folder folder =
        sheet(
            "any",
            s -> {
              row(s, 0, "id", "when", "n");
              row(s, 1, "x", LocalDate.of(2024, 2, 29), 5);
              s.style(1, 1).format("dd/mm/yyyy").set();
              row(s, 3, 12.0, LocalDateTime.of(2024, 1, 1, 13, 45), 0.1);
              s.style(3, 1).format("[$-409]d\\-mmm\\-yy h:mm").set();
              row(s, 4, true, 45351, 1234567890123L);
              row(s, 6, " été ", "2024-13", -2.50);
              s.style(6, 2).format("0.00 \"dys\";[Red]-0.00").set();
            });
    assertThat(Shown.of(folder.read()))
        .containsExactly(
            "2 x|2024-02-29|5",
            "4 12|2024-01-01T13:45|0.1",
            "5 true|45351|1234567890123",
            "7  été |2024-13|-2.5");
    assertThat(folder.accepted().records()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1900-01-01",
    "59,1900-02-28",
    "60,1900-02-29",
    "61,1900-03-01",
    "45351,2024-02-29",
    "0.75,18:00",
    "45351.999999,2024-03-01",
    "-1,-1",
    "1e15,1000000000000000"
  })
  void aDateIsCountedAsExcelCounts(double serial, String text) {
    Folder folder =
        sheet(
            "any",
            s -> {
              row(s, 0, "id", "when", "n");
              row(s, 1, "x", serial, 1);
              s.style(1, 1).format("yyyy-mm-dd").set();
            });
    assertThat(folder.read().get(0).cells()[1]).isEqualTo(text);
  }

  @Test
  void errorsFormulasNeverComputedAndExtraCellsAreRefused() {
    Folder folder =
        sheet(
            "any",
            s -> {
              row(s, 0, "id", "when", "n");
              row(s, 1, "x", "", 1);
              s.formula(1, 1, "SUM(1,2)");
              row(s, 2, "y", "2024", 2, "more");
              row(s, 3, "z", "2024", 777);
            });
    assertThat(Shown.of(folder.read()))
        .containsExactly("2 INGEST-VALUE", "3 INGEST-FIELDS", "4 z|2024|777");
    Folder errors = changed(folder, s -> s.replace("<v>777</v>", "<v>#N/A</v>"));
    assertThat(Shown.of(errors.read())).contains("4 INGEST-VALUE");
  }

  @Test
  void theSheetThatBearsTheTablesNameIsRead() throws IOException {
    Folder folder = folder();
    folder.put(
        "f.xlsx",
        book(
            b -> {
              row(b.newWorksheet("Notes"), 0, "read me");
              Worksheet named = b.newWorksheet("Tumour");
              row(named, 0, "id", "when", "n");
              row(named, 1, "x", "2024", 1);
            }));
    assertThat(Shown.of(folder.read())).containsExactly("2 x|2024|1");
  }

  @Test
  void twoSheetsOfOtherNamesAreRefused() throws IOException {
    Folder folder = folder();
    folder.put(
        "f.xlsx",
        book(
            b -> {
              row(b.newWorksheet("one"), 0, "id");
              row(b.newWorksheet("two"), 0, "id");
            }));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-SHEET");
    assertThat(folder.refused().what()).contains("2 sheets");
  }

  @Test
  void headersAreHeldToTheSameRules() {
    assertThat(sheet("a", s -> row(s, 0, "id", "when")).refused().rule())
        .isEqualTo("INGEST-MISSING-COLUMN");
    assertThat(sheet("a", s -> row(s, 0, "id", "when", "n", "m")).refused().rule())
        .isEqualTo("INGEST-UNKNOWN-COLUMN");
    assertThat(sheet("a", s -> row(s, 0, "id", "", "n")).refused().rule())
        .isEqualTo("INGEST-HEADER");
    assertThat(sheet("a", s -> row(s, 2, "id", "when", "n")).refused().rule())
        .isEqualTo("INGEST-NO-RECORDS");
    assertThat(sheet("a", s -> {}).refused().rule()).isEqualTo("INGEST-EMPTY");
  }

  @Test
  void anotherFileOrACutOneIsRefused() {
    Folder folder = good();
    byte[] whole = bytes(folder);
    for (int length = 5; length < whole.length; length += 97) {
      String rule = folder.put("f.xlsx", Arrays.copyOf(whole, length)).refused().rule();
      assertThat(rule).isEqualTo("INGEST-SHEET");
    }
    assertThat(folder.put("f.xlsx", "id,when,n\n").refused().rule()).isEqualTo("INGEST-FORMAT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><worksheet",
        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet><x"
      })
  void harmfulXmlIsRefused(String xml) {
    Folder folder = changed(good(), s -> s.replaceFirst("<worksheet", xml));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-SHEET");
  }

  @Test
  void rowsOutOfOrderAreRefused() {
    Folder folder = changed(good(), s -> s.replace("<row r=\"2\"", "<row r=\"1\""));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-SHEET");
  }

  @Test
  void aBombIsRefused() {
    Folder folder = changed(good(), s -> s + "<!--" + " ".repeat(64 << 20) + "-->");
    assertThat(folder.refused().rule()).isEqualTo("INGEST-INFLATION");
  }

  private Folder good() {
    return sheet(
        "any",
        s -> {
          row(s, 0, "id", "when", "n");
          row(s, 1, "x", "2024", 1);
        });
  }

  private Folder folder() {
    return Folder.of(dir, "*.xlsx", "id", "when", "n").with(SourceFormat.XLSX);
  }

  private Folder sheet(String name, Consumer<Worksheet> rows) {
    return folder().put("f.xlsx", book(b -> rows.accept(b.newWorksheet(name))));
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else if (cells[i] instanceof Boolean bool) {
        sheet.value(row, i, bool);
      } else if (cells[i] instanceof LocalDate date) {
        sheet.value(row, i, date);
      } else if (cells[i] instanceof LocalDateTime time) {
        sheet.value(row, i, time);
      } else {
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

  /** The same workbook with its first sheet's XML changed. */
  private static Folder changed(Folder folder, UnaryOperator<String> change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(folder.path().resolve("f.xlsx").toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part : Collections.list(in.entries())) {
        String text = new String(in.getInputStream(part).readAllBytes(), UTF_8);
        out.putNextEntry(new ZipEntry(part.getName()));
        boolean sheet = part.getName().equals("xl/worksheets/sheet1.xml");
        out.write((sheet ? change.apply(text) : text).getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.put("f.xlsx", bytes.toByteArray());
  }

  private static byte[] bytes(Folder folder) {
    try {
      return Files.readAllBytes(folder.path().resolve("f.xlsx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
