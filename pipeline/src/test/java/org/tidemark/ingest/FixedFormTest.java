package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.FixedColumn;
import org.tidemark.catalogue.SheetLayout;
import org.tidemark.catalogue.SourceFormat;

@DisplayName("Lines in fixed columns are read where the layout says, or refused")
class FixedFormTest {
  private static final FileLayout LAYOUT =
      new FileLayout(
          SheetLayout.PLAIN,
          List.of(
              new FixedColumn("sex", 1, 1),
              new FixedColumn("name", 2, 4),
              new FixedColumn("left out", 6, 1),
              new FixedColumn("id", 8, 2)));

  @TempDir Path dir;

  private Folder folder() {
    return Folder.of(dir, "*.txt*", "id", "sex", "name")
        .with(
            new ColumnPlan(
                List.of("id", "sex", "name"), List.of("id", "sex", "name"), List.of("left out")))
        .with(SourceFormat.FIXED)
        .with(LAYOUT);
  }

  @Test
  void cellsStandWhereTheLayoutSays() {
    Folder folder = folder().put("f.txt", "1Ånnx  07\r\n\r\n2\"a, .;42\n  \t     \n9été  - 1");
    assertThat(Shown.of(folder.read()))
        .containsExactly("1 07|1|Ånnx", "2 42|2|\"a, ", "3 INGEST-WIDTH", "4  1|9|été ");
    assertThat(folder.accepted().records()).isEqualTo(4);
  }

  @Test
  void aLineOfAnotherLengthShiftsNothing() {
    Folder folder = folder().put("f.txt", "1abcd  01\n1abc  02\n1abcd  03 \n1abcd  04\n");
    assertThat(Shown.whole(folder.read()))
        .containsExactly(
            "1 01|1|abcd <1abcd  01>",
            "2 INGEST-WIDTH <1abc  02>",
            "3 INGEST-WIDTH <1abcd  03 >",
            "4 04|1|abcd <1abcd  04>");
  }

  @Test
  void decodingIsStrictAndLineByLine() {
    byte[] bytes = "1abcd  01\n1\u00e9bcd  02\n1a\0cd  03\n1abcd  04\n".getBytes(ISO_8859_1);
    assertThat(Shown.whole(folder().put("f.txt", bytes).read()))
        .containsExactly(
            "1 01|1|abcd <1abcd  01>",
            "2 INGEST-ENCODING <1\\xE9bcd  02>",
            "3 INGEST-NUL <1a\0cd  03>",
            "4 04|1|abcd <1abcd  04>");
    byte[] foreign = "1\u00e9bcd  01\n1\u00e9bcd  02\n".getBytes(ISO_8859_1);
    assertThat(folder().put("f.txt", foreign).refused().rule()).isEqualTo("INGEST-CHARSET");
  }

  @Test
  void aMarkAndGzipAreNoPartOfTheFirstLine() throws IOException {
    byte[] text = "\uFEFF1abcd  01\n2abcd  02\n".getBytes(UTF_8);
    List<String> expected = List.of("1 01|1|abcd", "2 02|2|abcd");
    assertThat(Shown.of(folder().put("f.txt", text).read())).isEqualTo(expected);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    java.nio.file.Files.delete(dir.resolve("f.txt"));
    Folder folder = folder().put("g.txt.gz", packed.toByteArray());
    assertThat(Shown.of(folder.read())).isEqualTo(expected);
  }

  @Test
  void slicesOfALargeFileGiveTheSameRecords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append(i % 7 == 0 ? "short\n" : "1abcd  " + (10 + i % 90) + "\n");
    }
    List<String> whole = Shown.of(folder().put("f.txt", text.toString()).read());
    assertThat(whole).hasSize(5000);
    Folder fine = folder().with(IngestLimits.STANDARD.withGrain(300, 1000, 1000));
    assertThat(fine.accepted().slices()).hasSizeGreaterThan(20);
    assertThat(Shown.of(fine.read())).isEqualTo(whole);
  }

  @Test
  void filesThatAreNoneAreRefused() {
    assertThat(folder().put("f.txt", "").refused().rule()).isEqualTo("INGEST-EMPTY");
    assertThat(folder().put("f.txt", "\n\n").refused().rule()).isEqualTo("INGEST-EMPTY");
    assertThat(folder().put("f.txt", "<!DOCTYPE html>").refused().rule()).isEqualTo("INGEST-HTML");
    byte[] wide = "1abcd  01\n".getBytes(java.nio.charset.StandardCharsets.UTF_16);
    assertThat(folder().put("f.txt", wide).refused().rule()).isEqualTo("INGEST-CHARSET");
  }
}
