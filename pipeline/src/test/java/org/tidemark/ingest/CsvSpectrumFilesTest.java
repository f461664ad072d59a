package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.catalogue.TextFormat;

/** The twelve kinds of file that csv-spectrum names, in contents of our own. */
@DisplayName("csv-spectrum")
class CsvSpectrumFilesTest {
  private static final TextFormat MULTILINE = new TextFormat(',', '"', "UTF-8", true);

  @TempDir Path dir;

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("comma_in_quotes", "a,b\nx,\"y, z\"\n", row("x", "y, z")),
        arguments("empty", "a,b,c\n1,\"\",\"\"\n2,,4\n", row("1", "", "") + row("2", "", "4")),
        arguments(
            "empty_crlf", "a,b,c\r\n1,\"\",\"\"\r\n2,,4\r\n", row("1", "", "") + row("2", "", "4")),
        arguments("escaped_quotes", "a,b\n1,\"say \"\"no\"\"\"\n", row("1", "say \"no\"")),
        arguments(
            "json",
            "key,val\n1,\"{\"\"at\"\": [1, 2], \"\"is\"\": \"\"x\"\"}\"\n",
            row("1", "{\"at\": [1, 2], \"is\": \"x\"}")),
        arguments(
            "location_coordinates",
            "name,place\n\"6° 27\u2032 S, 3° 23\u2032 E\",-6.45 3.38\n",
            row("6° 27\u2032 S, 3° 23\u2032 E", "-6.45 3.38")),
        arguments(
            "newlines", "a,b\n1,\"two\nlines\"\n3,4\n", row("1", "two\nlines") + row("3", "4")),
        arguments(
            "newlines_crlf",
            "a,b\r\n1,\"two\r\nlines\"\r\n3,4\r\n",
            row("1", "two\r\nlines") + row("3", "4")),
        arguments(
            "quotes_and_newlines",
            "a,b\n1,\"she \n\"\"said\"\"\n so\"\n",
            row("1", "she \n\"said\"\n so")),
        arguments("simple", "a,b,c\n1,2,3\n", row("1", "2", "3")),
        arguments("simple_crlf", "a,b,c\r\n1,2,3\r\n", row("1", "2", "3")),
        arguments("utf8", "a,b\n1,ʤ\n2,አዲስ\n", row("1", "ʤ") + row("2", "አዲስ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isReadAsItIs(String name, String text, String expected) {
    String[] columns = text.lines().findFirst().orElseThrow().split(",");
    Folder folder = Folder.of(dir, "f.csv", columns).with(MULTILINE).put("f.csv", text);
    List<RawRecord> records = folder.read();
    assertThat(records).as(name).allMatch(record -> record.fault() == null);
    StringBuilder found = new StringBuilder();
    records.forEach(record -> found.append(row(record.cells())));
    assertThat(found.toString()).isEqualTo(expected);
  }

  private static String row(String... cells) {
    return Arrays.toString(cells) + "\n";
  }
}
