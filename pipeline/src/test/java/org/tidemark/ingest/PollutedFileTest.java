package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file is written from known cells, then some of its lines are damaged. Every undamaged record
 * must come out as it was written, and every damaged one must be refused: none is lost, none is
 * changed, and the two kinds add up to what was sent.
 */
class PollutedFileTest {
  private static final int RECORDS = 400;
  private static final int COLUMNS = 6;
  private static final String[] CELLS = {
    "", "C509", "2019-07", "a,b", "say \"x\"", "été", "5' 3", "-1.5", "名前", ",", "\"", "x,\"\",y"
  };

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void eachRecordIsReadRightOrRefused(long seed) {
    Random random = new Random(seed);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    String[] columns = IntStream.range(0, COLUMNS).mapToObj(i -> "c" + i).toArray(String[]::new);
    sent.writeBytes((String.join(",", columns) + "\n").getBytes(UTF_8));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      List<String> cells = random.ints(COLUMNS, 0, CELLS.length).mapToObj(c -> CELLS[c]).toList();
      boolean damaged = random.nextInt(4) == 0;
      List<byte[]> lines = damaged ? damaged(cells, random) : List.of(bytes(line(cells)));
      for (byte[] line : lines) {
        sent.writeBytes(line);
        sent.writeBytes(bytes(random.nextBoolean() ? "\n" : "\r\n"));
        expected.add((expected.size() + 1) + " " + (damaged ? "refused" : String.join("|", cells)));
      }
    }
    IngestLimits limits =
        IngestLimits.STANDARD.withGrain(1 + random.nextInt(5000), 1 + random.nextInt(3000), 1);
    Folder folder = Folder.of(dir, "f.csv", columns).with(limits).put("f.csv", sent.toByteArray());
    List<String> found = folder.read().stream().map(PollutedFileTest::shown).toList();
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(found).hasSameSizeAs(expected);
    assertThat(folder.accepted().records()).isEqualTo(expected.size());
  }

  private static String shown(RawRecord record) {
    return record.fault() == null ? Shown.of(record) : record.recordNumber() + " refused";
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(PollutedFileTest::cell).toList());
  }

  private static String cell(String text) {
    boolean quoted = text.contains(",") || text.contains("\"");
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** The lines that remain of a record after one of the things that happen to lines. */
  private static List<byte[]> damaged(List<String> cells, Random random) {
    int at = random.nextInt(COLUMNS - 1) + 1;
    String line = line(cells);
    String head = line(cells.subList(0, at));
    String tail = line(cells.subList(at, COLUMNS));
    return switch (random.nextInt(8)) {
      case 0 -> List.of(bytes(head + "\0," + tail));
      case 1 -> List.of((latin(head) + "\u00FF," + latin(tail)).getBytes(ISO_8859_1));
      case 2 -> List.of(bytes(head + ",\"" + tail));
      case 3 -> List.of(bytes(line + "\""));
      case 4 -> List.of(bytes(head + ",," + tail));
      case 5 -> List.of(bytes("lost" + head + tail.replace(",", "")));
      case 6 -> List.of(bytes(head + "?"), bytes("?" + tail));
      default -> List.of(bytes("\"" + line));
    };
  }

  /** The bytes of the text, one a character. */
  private static String latin(String text) {
    return new String(bytes(text), ISO_8859_1);
  }
}
