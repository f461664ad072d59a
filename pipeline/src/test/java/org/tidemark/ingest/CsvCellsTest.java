package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.TextFormat;

/** Records without a quote are split without a parser, into the cells that the parser finds. */
class CsvCellsTest {
  /**
   * Everything a plain record may hold, delimiters among it; NUL and line ends end up elsewhere.
   */
  private static final String ALPHABET = " ,;\t|.'/-+=@\\#$aZ09\u0001\u000B\u007F";

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void plainRecordsAreSplitAsTheParserWould(char delimiter) throws IOException {
    Random random = new Random(delimiter);
    for (int i = 0; i < 5_000; i++) {
      String line =
          random
              .ints(1 + random.nextInt(40), 0, ALPHABET.length())
              .mapToObj(c -> ALPHABET.substring(c, c + 1))
              .reduce("", String::concat);
      CsvCells cells = loaded(delimiter, List.of(line));
      assertThat(cells.plain(0)).isTrue();
      assertThat(cells.cells(0)).as(line).containsExactly(parsed(delimiter, line));
    }
  }

  @Test
  void plainAndOtherRecordsOfABlockComeOutEachAsItself() throws IOException {
    List<String> lines = List.of("a,b", "\"x,y\",z", "c,", "été,1", "say \"no\",2", "d,e,f");
    CsvCells cells = loaded(',', lines);
    assertThat(IntStream.range(0, lines.size()).filter(cells::plain)).containsExactly(0, 2, 5);
    assertThat(cells.cells(0)).containsExactly("a", "b");
    assertThat(cells.cells(1)).containsExactly("x,y", "z");
    assertThat(cells.cells(2)).containsExactly("c", "");
    assertThat(cells.cells(3)).containsExactly("été", "1");
    assertThat(cells.cells(5)).containsExactly("d", "e", "f");
  }

  private static CsvCells loaded(char delimiter, List<String> lines) {
    TextFormat text = new TextFormat(delimiter, '"', "UTF-8", false);
    byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
    CsvBlock block = new CsvBlock(bytes, 0, false);
    int start = 0;
    for (String line : lines) {
      int end = start + line.getBytes(UTF_8).length;
      block.add(start, end, null);
      start = end + 1;
    }
    CsvCells cells = CsvCells.of(text, UTF_8);
    cells.load(block);
    return cells;
  }

  private static String[] parsed(char delimiter, String line) throws IOException {
    assertThat(US_ASCII.newEncoder().canEncode(line)).isTrue();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setQuote('"')
            .setIgnoreEmptyLines(false)
            .get();
    return format.parse(new StringReader(line)).getRecords().get(0).values();
  }
}
