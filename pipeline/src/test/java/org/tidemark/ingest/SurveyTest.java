package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.model.Refusal;

/** A file that cannot be read as declared is refused by name, with a rule and a mend. */
class SurveyTest {
  @TempDir Path dir;

  static Stream<Arguments> files() {
    String good = "id,sex\n1,M\n";
    return Stream.of(
        arguments("no bytes", bytes(""), IngestRule.EMPTY, "header line"),
        arguments("blank lines", bytes("\r\n\n"), IngestRule.EMPTY, "header line"),
        arguments("header only", bytes("id,sex\n"), IngestRule.NO_RECORDS, "empty: allowed"),
        arguments("header without line end", bytes("id,sex"), IngestRule.NO_RECORDS, "empty"),
        arguments("web page", bytes(" <!DOCTYPE html><p>"), IngestRule.HTML, "signing in"),
        arguments("web page, bare", bytes("<HTML>\n"), IngestRule.HTML, "signing in"),
        arguments("zip", bytes("PK\u0003\u0004aaaaaaa"), IngestRule.FORMAT, "declared format"),
        arguments("gzip", bytes("\u001F\u008B\b\0"), IngestRule.FORMAT, "declared format"),
        arguments("PDF", bytes("%PDF-1.7"), IngestRule.FORMAT, "declared format"),
        arguments("XML", bytes("<?xml version='1.0'?>"), IngestRule.FORMAT, "declared format"),
        arguments("old Excel", bytes("\u00D0\u00CF\u0011\u00E0"), IngestRule.FORMAT, "format"),
        arguments("UTF-16 marked", good.getBytes(UTF_16), IngestRule.CHARSET, "UTF-8"),
        arguments("UTF-16LE", good.getBytes(UTF_16LE), IngestRule.CHARSET, "UTF-16LE"),
        arguments("UTF-16BE", good.getBytes(UTF_16BE), IngestRule.CHARSET, "UTF-16BE"),
        arguments("header in Latin 1", bytes("id,s\u00E9x\n1,M\n"), IngestRule.CHARSET, "8859-1"),
        arguments(
            "most in Windows", bytes("id,sex\n\u0091,\n1,\u00E9\n"), IngestRule.CHARSET, "1252"),
        arguments("name twice", bytes("id,sex,id\n1,M,2\n"), IngestRule.HEADER, "name of its own"),
        arguments("no name", bytes("id,sex,\n1,M,\n"), IngestRule.HEADER, "name of its own"),
        arguments("header not closed", bytes("id,\"sex\n1,M\n"), IngestRule.HEADER, "name"),
        arguments("column missing", bytes("id\n1\n"), IngestRule.MISSING_COLUMN, "not_supplied"),
        arguments(
            "column unknown", bytes("id,sex,age\n1,M,2\n"), IngestRule.UNKNOWN_COLUMN, "ignore"),
        arguments("no header", bytes("1,M\n2,F\n"), IngestRule.UNKNOWN_COLUMN, "header line"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefused(String name, byte[] sent, IngestRule rule, String mend) {
    RefusedFile refused = Folder.of(dir, "*.csv", "id", "sex").put("f.csv", sent).refused();
    assertThat(refused.rule()).as(name).isEqualTo(rule.id());
    assertThat(refused.source() + refused.file()).isEqualTo("northf.csv");
    assertThat(refused.what()).startsWith(rule.meaning());
    assertThat(refused.mend()).contains(mend);
    assertThat(refused.refusal()).hasMessageContaining("f.csv").hasMessageContaining(rule.id());
  }

  @Test
  void aColumnIsNamedWithTheNearestKnownOne() {
    Folder folder = Folder.of(dir, "*.csv", "id", "birth_date", "sex");
    folder.put("f.csv", "id,sex,Birth-date\n1,M,\n");
    assertThat(folder.refused().what()).contains("column 3 \"Birth-date\", perhaps birth_date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19770312,Ayşe", "\u001B[31m,x", "Müller,19770312"})
  void theFirstLineOfAFileWithoutHeaderIsNotRepeated(String line) {
    Folder folder = Folder.of(dir, "*.csv", "id", "sex").put("f.csv", line + "\n" + line + "\n");
    String message = folder.refused().toString();
    assertThat(line.split(",")).noneMatch(message::contains);
  }

  @Test
  void aHeaderAloneIsAReportWhereThatIsAllowed() {
    Folder folder = Folder.of(dir, "*.csv", "id", "sex").emptyAllowed().put("f.csv", "id,sex\n");
    assertThat(folder.accepted().records()).isZero();
    assertThat(folder.read()).isEmpty();
  }

  @Test
  void aFewForeignBytesRefuseTheirRecordsAndNotTheFile() {
    byte[] sent = "id,sex\n1,\u00E9\n2,M\n3,F\n4,\u0000\n".getBytes(ISO_8859_1);
    Folder folder = Folder.of(dir, "*.csv", "id", "sex").put("f.csv", sent);
    assertThat(Shown.of(folder.read()))
        .containsExactly("1 INGEST-ENCODING", "2 2|M", "3 3|F", "4 INGEST-NUL");
  }

  @Test
  void theMarkOfUtf8IsAskedToBeDeclared() {
    TextFormat latin = new TextFormat(',', '"', "ISO-8859-1", false);
    Folder folder = Folder.of(dir, "*.csv", "id", "sex").with(latin);
    folder.put("f.csv", "\uFEFFid,sex\n1,M\n");
    assertThat(folder.refused().rule()).isEqualTo(IngestRule.CHARSET.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-2022-JP", "IBM037", "not a charset", "klingon"})
  void anEncodingThatCannotBeCutIntoLinesIsRefusedBeforeReading(String encoding) {
    Folder folder = Folder.of(dir, "*.csv", "id").with(new TextFormat(',', '"', encoding, false));
    folder.put("f.csv", "id\n1\n");
    assertThatThrownBy(folder::survey).isInstanceOf(Refusal.class).hasMessageContaining("north");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"windows-1250", "windows-1256", "KOI8-R", "GB18030", "EUC-JP", "Big5", "TIS-620"})
  void encodingsOfTheWorldCanBeRead(String encoding) {
    Charset charset = Charset.forName(encoding);
    String letters =
        new String(new byte[] {(byte) 0xB0, (byte) 0xA1, (byte) 0xC4, (byte) 0xE3}, charset);
    Folder folder = Folder.of(dir, "*.csv", "id").with(new TextFormat(',', '"', encoding, false));
    folder.put("f.csv", ("id\n" + letters + "\n").getBytes(charset));
    assertThat(folder.read().get(0).cells()).containsExactly(letters);
  }

  @Test
  void delimiterAndQuoteMustDiffer() {
    Folder folder = Folder.of(dir, "*.csv", "id").with(new TextFormat('"', '"', "UTF-8", false));
    assertThatThrownBy(folder.put("f.csv", "id\n1\n")::survey).isInstanceOf(Refusal.class);
  }

  @Test
  void tellsTheFileFromAnother() {
    SurveyedFile file = Folder.of(dir, "*.csv", "id").put("f.csv", "id\n1\n").accepted();
    assertThat(file.sha256())
        .isEqualTo("7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108");
    assertThat(file.bytes()).isEqualTo(5);
  }

  @Test
  void filesComeInTheOrderOfTheirNamesAndHiddenOnesDoNot() {
    Folder folder = Folder.of(dir, "{a,b}/*.csv*", "id");
    for (String name : List.of("b/1.csv", "a/2.csv", "a/10.csv", "a/._2.csv", "a/2.csv.sha256")) {
      folder.put(name, "id\n1\n");
    }
    assertThat(folder.surveyAll().stream().map(v -> v.refused().toString() + v.accepted()))
        .hasSize(3);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(text.contains("\u0003") ? UTF_8 : ISO_8859_1);
  }
}
