package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A whole file in another form than declared: other separators, quotes, encodings, line ends or
 * columns. Each record is read as it was meant, or refused, alone or with its file.
 */
@DisplayName("A file in another form")
class PollutedFormTest {
  private static final int SEEDS = 20;
  private static final int RECORDS = 60;
  private static final String[] COLUMNS = {"id", "when", "where", "what"};
  private static final String[] CELLS = {
    "", "2019-07", "C509", "a,b", "say \"x\"", "été à Bâle", "x;y", "tab\there", "Ærø", "5' 3", "\\"
  };

  @TempDir Path dir;

  /** What becomes of a file that is in order. */
  private enum Pollution {
    NONE(true),
    CR_LINES(true),
    CRLF_LINES(true),
    MARK(true),
    BLANK_LINES(true),
    NO_LAST_LINE_END(true),
    COLUMNS_REVERSED(true),
    SEMICOLONS(false),
    TABS(false),
    BARS(false),
    SEMICOLONS_IN_SOME_LINES(true),
    APOSTROPHES_FOR_QUOTES(true),
    BACKSLASHES_BEFORE_QUOTES(true),
    QUOTES_NOT_DOUBLED(true),
    WINDOWS(true),
    WIDE(false),
    NO_HEADER(false),
    HEADER_AGAIN(true),
    NAME_TWICE(false),
    SEPARATOR_AT_LINE_ENDS(true),
    CELL_MORE(true),
    CELL_LESS(true);

    /** Whether some records of the file can be read. */
    private final boolean readable;

    Pollution(boolean readable) {
      this.readable = readable;
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Pollution.class)
  void isReadRightOrRefused(Pollution pollution) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Map<String, List<String>> meant = new HashMap<>();
      for (int i = 0; i < RECORDS; i++) {
        String id = "r" + i;
        meant.put(id, List.of(id, cell(random), cell(random), cell(random)));
      }
      Folder folder = Folder.of(dir, "f.csv", COLUMNS).put("f.csv", file(pollution, meant, random));
      Verdict verdict = folder.survey();
      if (!pollution.readable) {
        assertThat(verdict.accepted()).as("%s, seed %d", pollution, seed).isEmpty();
      }
      for (SurveyedFile accepted : verdict.accepted()) {
        for (RawRecord record : folder.read(accepted)) {
          if (record.fault() == null) {
            List<String> cells = List.of(record.cells());
            assertThat(cells).as("%s, seed %d", pollution, seed).isEqualTo(meant.get(cells.get(0)));
          }
        }
      }
    }
  }

  private static byte[] file(Pollution pollution, Map<String, List<String>> meant, Random random) {
    List<String> lines = new ArrayList<>();
    String separator = separator(pollution);
    lines.add(String.join(separator, order(pollution, List.of(COLUMNS))));
    for (int i = 0; i < RECORDS; i++) {
      boolean hit = random.nextInt(4) == 0;
      lines.add(line(pollution, order(pollution, meant.get("r" + i)), separator, hit));
      if (hit && pollution == Pollution.BLANK_LINES) {
        lines.add("");
      }
      if (i == RECORDS / 2 && pollution == Pollution.HEADER_AGAIN) {
        lines.add(lines.get(0));
      }
    }
    switch (pollution) {
      case NO_HEADER -> lines.remove(0);
      case NAME_TWICE -> lines.set(0, "id,when,when,what");
      default -> {
        // Its header stays.
      }
    }
    return bytes(pollution, lines);
  }

  private static String line(
      Pollution pollution, List<String> cells, String separator, boolean hit) {
    String between = hit && pollution == Pollution.SEMICOLONS_IN_SOME_LINES ? ";" : separator;
    String line =
        String.join(between, cells.stream().map(c -> quoted(pollution, c, separator)).toList());
    return switch (pollution) {
      case SEPARATOR_AT_LINE_ENDS -> line + ",";
      case CELL_MORE -> hit ? line + ",more" : line;
      case CELL_LESS -> hit ? line.substring(0, line.indexOf(',')) : line;
      default -> line;
    };
  }

  private static String quoted(Pollution pollution, String cell, String separator) {
    if (!cell.contains(separator) && !cell.contains("\"")) {
      return cell;
    }
    return switch (pollution) {
      case APOSTROPHES_FOR_QUOTES -> "'" + cell + "'";
      case BACKSLASHES_BEFORE_QUOTES -> '"' + cell.replace("\"", "\\\"") + '"';
      case QUOTES_NOT_DOUBLED -> '"' + cell + '"';
      default -> '"' + cell.replace("\"", "\"\"") + '"';
    };
  }

  private static byte[] bytes(Pollution pollution, List<String> lines) {
    String end =
        switch (pollution) {
          case CR_LINES -> "\r";
          case CRLF_LINES -> "\r\n";
          default -> "\n";
        };
    String text = String.join(end, lines) + (pollution == Pollution.NO_LAST_LINE_END ? "" : end);
    return switch (pollution) {
      case MARK -> ("\uFEFF" + text).getBytes(UTF_8);
      case WINDOWS -> text.getBytes(Charset.forName("windows-1252"));
      case WIDE -> text.getBytes(UTF_16LE);
      default -> text.getBytes(UTF_8);
    };
  }

  private static String separator(Pollution pollution) {
    return switch (pollution) {
      case SEMICOLONS -> ";";
      case TABS -> "\t";
      case BARS -> "|";
      default -> ",";
    };
  }

  private static List<String> order(Pollution pollution, List<String> cells) {
    List<String> ordered = new ArrayList<>(cells);
    if (pollution == Pollution.COLUMNS_REVERSED) {
      java.util.Collections.reverse(ordered);
    }
    return ordered;
  }

  private static String cell(Random random) {
    return CELLS[random.nextInt(CELLS.length)];
  }
}
