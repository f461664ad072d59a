package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.catalogue.TextFormat;

/** What delimited files look like when real programs write them. Columns a, b, c. */
class CsvSpectrumTest {
  private static final TextFormat MULTILINE = new TextFormat(',', '"', "UTF-8", true);

  @TempDir Path dir;

  static Stream<Arguments> files() {
    TextFormat plain = TextFormat.STANDARD;
    return Stream.of(
        arguments("plain", plain, "a,b,c\n1,2,3\n4,5,6\n", List.of("1 1|2|3", "2 4|5|6")),
        arguments("no last line end", plain, "a,b,c\n1,2,3", List.of("1 1|2|3")),
        arguments("CRLF", plain, "a,b,c\r\n1,2,3\r\n", List.of("1 1|2|3")),
        arguments(
            "line ends mixed",
            plain,
            "a,b,c\r1,2,3\n4,5,6\r\n7,8,9\r",
            List.of("1 1|2|3", "2 4|5|6", "3 7|8|9")),
        arguments(
            "blank lines are not counted",
            plain,
            "\n\na,b,c\n\n1,2,3\n\r\n\n4,5,6\n\n",
            List.of("1 1|2|3", "2 4|5|6")),
        arguments("byte order mark", plain, "\uFEFFa,b,c\n1,2,3\n", List.of("1 1|2|3")),
        arguments("delimiter in quotes", plain, "a,b,c\n1,\"2,5\",3\n", List.of("1 1|2,5|3")),
        arguments(
            "doubled quotes", plain, "a,b,c\n1,\"say \"\"x\"\"\",3\n", List.of("1 1|say \"x\"|3")),
        arguments("empty cells", plain, "a,b,c\n,\"\",\n\"\"\"\",,\n", List.of("1 ||", "2 \"||")),
        arguments("blanks are kept", plain, "a,b,c\n 1 ,\" 2 \",\t\n", List.of("1  1 | 2 |\t")),
        arguments("blanks after a quote", plain, "a,b,c\n\"1\" ,2,3\n", List.of("1 1|2|3")),
        arguments("quoted header", plain, "\"a\",\" b \",\"c\"\n1,2,3\n", List.of("1 1|2|3")),
        arguments("letters of the world", plain, "a,b,c\né,ガン,🩺\n", List.of("1 é|ガン|🩺")),
        arguments("columns in another order", plain, "c,a,b\n3,1,2\n", List.of("1 1|2|3")),
        arguments(
            "semicolons and apostrophes",
            new TextFormat(';', '\'', "UTF-8", false),
            "a;b;c\n1;'2;5';\"3\"\n",
            List.of("1 1|2;5|\"3\"")),
        arguments(
            "tabs",
            new TextFormat('\t', '"', "UTF-8", false),
            "a\tb\tc\n1\t\t3\n",
            List.of("1 1||3")),
        arguments(
            "another encoding",
            new TextFormat(';', '"', "windows-1252", false),
            "a;b;c\né;€;œ\n",
            List.of("1 é|€|œ")),
        arguments(
            "two bytes a letter",
            new TextFormat('|', '"', "Shift_JIS", false),
            "a|b|c\nソ|\"表|十\"|3\n",
            List.of("1 ソ|表|十|3")),
        arguments(
            "line breaks in quotes",
            MULTILINE,
            "a,b,c\n1,\"2\r\n\n5\",3\n4,5,6\n",
            List.of("1 1|2\r\n\n5|3", "2 4|5|6")),
        arguments(
            "line break in a quoted header",
            MULTILINE,
            "a,\"\nb\",c\n1,2,3\n",
            List.of("1 1|2|3")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRead(String name, TextFormat text, String sent, List<String> expected) {
    byte[] bytes = sent.getBytes(Charset.forName(text.encoding()));
    Folder folder = Folder.of(dir, "f.csv", "a", "b", "c").with(text).put("f.csv", bytes);
    assertThat(Shown.of(folder.read())).as(name).isEqualTo(expected);
    assertThat(folder.accepted().records()).isEqualTo(expected.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void keepsItsText(String name, TextFormat text, String sent, List<String> expected) {
    byte[] bytes = sent.getBytes(Charset.forName(text.encoding()));
    Folder folder = Folder.of(dir, "f.csv", "a", "b", "c").with(text).put("f.csv", bytes);
    for (RawRecord record : folder.read()) {
      assertThat(sent).as(name).contains(record.raw());
      assertThat(record.raw().getBytes(UTF_8)).hasSizeGreaterThanOrEqualTo(2);
    }
  }
}
