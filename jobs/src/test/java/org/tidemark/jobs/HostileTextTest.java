package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts made to harm whoever opens a file or a terminal, as cells that are refused, as names of
 * sites that are published, and as names of files.
 */
@DisplayName("Hostile text")
class HostileTextTest {
  private static final String MARK = "Zq7";

  /** Each holds the mark, so that any trace of it can be found. */
  private static final List<String> TEXTS =
      List.of(
          "=HYPERLINK(\"\"http://x/" + MARK + "\"\";\"\"a\"\")",
          "+cmd|' /C calc'!" + MARK,
          "-2+3+" + MARK,
          "@SUM(" + MARK + ")",
          "\t=1+" + MARK,
          "\u001B[31m" + MARK + "\u001B[2J",
          MARK + "\u009B2J",
          MARK + "\u0007\b\b\b",
          "tidemark: " + MARK + " published",
          "\u0085 0.1 s  publish  " + MARK,
          "\u2028" + MARK + "\u2029",
          "\u202E" + MARK + "\u202C\u2066",
          "../../" + MARK,
          "/etc/passwd\u0001" + MARK,
          "C:\\" + MARK + "\\nul",
          "%s%n%x" + MARK,
          "${jndi:ldap://x/" + MARK + "}",
          "{{7*7}}" + MARK,
          "<script>alert('" + MARK + "')</script>",
          "'; DROP TABLE tumour; --" + MARK,
          "\uFEFF" + MARK + "\u200B",
          "Z\u0351\u0343\u030D" + MARK,
          "\uD83D\uDC69\u200D\uD83D\uDD2C" + MARK,
          MARK + "x".repeat(100_000));

  @TempDir private static Path folder;
  private static SmallProgramme programme;
  private static Told told;

  @BeforeAll
  static void run() throws IOException {
    programme = SmallProgramme.in(folder);
    StringBuilder cases = new StringBuilder(programme.text("cases.csv"));
    for (String text : TEXTS) {
      cases.append("\"").append(text).append("\",R,1,71,20080917,\"").append(text);
      cases.append("\",8070,3,9,7\n");
    }
    programme.write("cases.csv", cases.toString());
    told =
        Told.run(
            programme.programme(), programme.out(), "--set", "acceptance.rejected_share_max=0.5");
  }

  @Test
  void refusesNothingElse() {
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(Published.in(programme.out()).rows("accounting", "reason", "CODE-topography"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("rejected", "" + TEXTS.size()));
  }

  @Test
  void isSeenNowhereButInTheQuarantine() throws IOException {
    Canary.of(MARK).assertUnseen(told.out() + told.err(), programme.out());
  }

  @Test
  void standsInTheQuarantineAsItWasSent() throws IOException {
    Path kept = programme.out().resolveSibling("out-private");
    List<String> raws = new ArrayList<>();
    try (Stream<Path> files = Files.walk(kept);
        Reader text =
            Files.newBufferedReader(
                files.filter(f -> f.endsWith("quarantine.csv")).findFirst().orElseThrow());
        CSVParser rows = CSVFormat.RFC4180.builder().setHeader().get().parse(text)) {
      for (CSVRecord row : rows) {
        raws.add(row.get("raw"));
      }
    }
    assertThat(raws)
        .containsExactlyInAnyOrderElementsOf(TEXTS.stream().map(HostileTextTest::line).toList());
  }

  /** Names of areas are published, so those that could harm are published disarmed. */
  @Test
  void inANameThatIsPublishedIsDisarmed(@TempDir Path other) throws IOException {
    SmallProgramme small = SmallProgramme.in(other);
    String area = "=1+1 <b>&\"x\"</b>";
    Files.createDirectories(small.file("schemas/mappings"));
    for (String mapping : List.of("north", "north-population")) {
      String text = Files.readString(Csv.root().resolve("schemas/mappings/" + mapping + ".yaml"));
      small.write(
          "schemas/mappings/" + mapping + ".yaml",
          text.replace("area: North", "area: '" + area + "'"));
    }
    Told run =
        Told.run(small.programme(), small.out(), "--schemas", small.file("schemas").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Map<String, String>> rows = Published.in(small.out()).rows("incidence");
    assertThat(rows)
        .extracting(row -> row.get("area"))
        .contains("'" + area)
        .noneMatch(name -> name.startsWith("="));
    String page =
        Files.readString(Published.in(small.out()).current().resolve("report/index.html"));
    assertThat(page).doesNotContain("<b>&\"x\"</b>");
  }

  @Test
  void inTheNameOfAFileIsRefusedByAnEscapedName(@TempDir Path other) throws IOException {
    SmallProgramme small = SmallProgramme.in(other);
    Path named = small.file("cases.csv").resolveSibling("cases-\u001B[31m\nforged.csv");
    Files.move(small.file("cases.csv"), named);
    small.replace("programme.yaml", "path: cases.csv", "path: \"cases*.csv\"");
    Told run = Told.run(small.programme(), small.out());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err())
        .contains("file cases-<U+001B>[31m<U+000A>forged.csv: INGEST-NAME")
        .contains("mend: give the file a name")
        .doesNotContain("\u001B");
  }

  private static String line(String text) {
    return "\"" + text + "\",R,1,71,20080917,\"" + text + "\",8070,3,9,7";
  }
}
