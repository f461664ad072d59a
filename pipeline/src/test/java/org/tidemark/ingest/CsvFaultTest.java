package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.catalogue.TextFormat;

/** A bad line costs itself and nothing else. Columns a and b. */
class CsvFaultTest {
  private static final TextFormat MULTILINE = new TextFormat(',', '"', "UTF-8", true);

  @TempDir Path dir;

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments("too few cells", "x", IngestRule.FIELDS, "x"),
        arguments("too many cells", "x,y,z", IngestRule.FIELDS, "x,y,z"),
        arguments("blanks only", "  ", IngestRule.FIELDS, "  "),
        arguments("quote not closed", "\"x,y", IngestRule.QUOTE, "\"x,y"),
        arguments("last quote not closed", "x,\"y", IngestRule.QUOTE, "x,\"y"),
        arguments("text after a quote", "\"x\"z,y", IngestRule.QUOTE, "\"x\"z,y"),
        arguments("text after a quote and a blank", "\"x\" z,y", IngestRule.QUOTE, "\"x\" z,y"),
        arguments("text after a last quote", "x,\"y\"\t z", IngestRule.QUOTE, "x,\"y\"\t z"),
        arguments("quote inside a cell", "x,5\" or 6\"", IngestRule.QUOTE, "x,5\" or 6\""),
        arguments("NUL", "x\0,y", IngestRule.NUL, "x\0,y"),
        arguments("NUL alone", "\0", IngestRule.NUL, "\0"),
        arguments("bad UTF-8", "x\u00E9,y", IngestRule.ENCODING, "x\\xE9,y"),
        arguments("UTF-8 cut short", "x,y\u00C3", IngestRule.ENCODING, "x,y\\xC3"),
        arguments(
            "surrogate in UTF-8",
            "\u00ED\u00A0\u0080,\\",
            IngestRule.ENCODING,
            "\\xED\\xA0\\x80,\\\\"),
        arguments("over-long UTF-8", "\u00C0\u00AF,", IngestRule.ENCODING, "\\xC0\\xAF,"),
        arguments("bad UTF-8 and NUL", "\u00FF\0", IngestRule.ENCODING, "\\xFF\0"),
        arguments("bad UTF-8 and quote", "\"\u00FF", IngestRule.ENCODING, "\"\\xFF"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void costsItselfOnly(String name, String line, IngestRule rule, String raw) {
    String sent = "a,b\n1,2\n" + line + "\n3,\"4\"\n" + line + "\n5,6\n7,8\n9,10\n" + line;
    Folder folder = Folder.of(dir, "f.csv", "a", "b").put("f.csv", sent.getBytes(ISO_8859_1));
    assertThat(Shown.whole(folder.read()))
        .as(name)
        .containsExactly(
            "1 1|2 <1,2>",
            "2 " + rule.id() + " <" + raw + ">",
            "3 3|4 <3,\"4\">",
            "4 " + rule.id() + " <" + raw + ">",
            "5 5|6 <5,6>",
            "6 7|8 <7,8>",
            "7 9|10 <9,10>",
            "8 " + rule.id() + " <" + raw + ">");
  }

  @Test
  void aQuoteLeftOpenRefusesItsLineWhereCellsMayHoldLineBreaks() {
    String sent = "a,b\n1,\"2\n3,4\n5,\"6\n7\"\n8,9\n";
    Folder folder = Folder.of(dir, "f.csv", "a", "b").with(MULTILINE).put("f.csv", sent);
    assertThat(Shown.whole(folder.read()))
        .containsExactly(
            "1 INGEST-QUOTE <1,\"2>", "2 3|4 <3,4>", "3 5|6\n7 <5,\"6\n7\">", "4 8|9 <8,9>");
  }

  @Test
  void aQuotedCellSpansFiftyLinesAndNoMore() {
    String fifty = "x" + "\ny".repeat(49);
    String sent = "a,b\n1,\"" + fifty + "\"\n2,\"" + fifty + "\nz\"\n";
    Folder folder = Folder.of(dir, "f.csv", "a", "b").with(MULTILINE).put("f.csv", sent);
    List<RawRecord> records = folder.read();
    assertThat(records.get(0).cells()).containsExactly("1", fifty);
    assertThat(Shown.whole(records).get(1)).isEqualTo("2 INGEST-QUOTE <2,\"x>");
    // Every other line of the cell is then a line of its own: 49 of one cell, and the last.
    assertThat(records).hasSize(2 + 49 + 1);
    assertThat(Shown.of(records).get(51)).isEqualTo("52 INGEST-QUOTE");
  }

  @Test
  void aLongRecordIsRefusedAndTheNextIsNot() {
    int most = IngestLimits.STANDARD.recordBytes();
    String longest = "x".repeat(most - 2);
    String sent =
        "a,b\n1," + longest + "\r\n2,x" + longest + "\r\n3," + longest.repeat(3) + "\n4,5";
    Folder folder = Folder.of(dir, "f.csv", "a", "b").put("f.csv", sent);
    List<RawRecord> records = folder.read();
    assertThat(records)
        .extracting(RawRecord::fault)
        .containsExactly(null, "INGEST-LENGTH", "INGEST-LENGTH", null);
    assertThat(records.get(0).cells()[1]).isEqualTo(longest);
    assertThat(records.get(2).raw()).hasSize(most).startsWith("3,x");
    assertThat(records.get(3).cells()).containsExactly("4", "5");
  }

  @Test
  void whatIsRefusedHasNoCells() {
    Folder folder = Folder.of(dir, "f.csv", "a", "b").put("f.csv", "a,b\n1\n");
    assertThat(folder.read().get(0).cells()).containsExactly(null, null);
  }
}
