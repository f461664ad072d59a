package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real cases whose years were moved to those of another calendar. */
@DisplayName("Dates of another calendar")
class CalendarWarningTest {
  @TempDir private Path folder;

  /** The first cases, their years moved, some known to the year alone; read by a mapping. */
  private Told check(int years, int month, String... keys) throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    String cases =
        programme
            .text("cases.csv")
            .lines()
            .skip(1)
            .limit(40)
            .map(line -> moved(line.split(",", -1), years, month))
            .collect(
                Collectors.joining(
                    "\n",
                    programme.text("cases.csv").lines().findFirst().orElseThrow() + "\n",
                    "\n"));
    programme.write("cases.csv", cases);
    Path mappings = Files.createDirectories(folder.resolve("schemas/mappings"));
    String north =
        Files.readString(Csv.root().resolve("schemas/mappings/north.yaml"))
            .replace("mapping: north\n", "mapping: north\n" + String.join("\n", keys) + "\n");
    Files.writeString(mappings.resolve("north.yaml"), north);
    return Told.command(
        "check",
        programme.programme().toString(),
        "--schemas",
        folder.resolve("schemas").toString(),
        "--master",
        "local[2]",
        "--set",
        "acceptance.rejected_share_max=1",
        "--set",
        "as_of=2016-12-31");
  }

  private static String moved(String[] cells, int years, int month) {
    int year = Integer.parseInt(cells[4].substring(0, 4)) + years;
    boolean some = Integer.parseInt(cells[0]) % 10 == 0;
    cells[4] =
        year
            + (some && month > 0
                ? String.valueOf(month) + "05"
                : some ? "9999" : cells[4].substring(4));
    return String.join(",", cells);
  }

  @Test
  @DisplayName("543 years ahead are taken for the Buddhist era")
  void buddhist() throws IOException {
    Told told = check(543, 0);
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .containsPattern(
            "query +40 +0 +- +-  CALENDAR-BUDDHIST\n +its years read as those of another");
  }

  @Test
  @DisplayName("a thirteenth month gives the Ethiopian calendar away")
  void ethiopian() throws IOException {
    assertThat(check(0, 13).out()).contains("CALENDAR-ETHIOPIAN\n");
  }

  @Test
  @DisplayName(
      "dates of the calendar that the mapping says raise nothing, and straddling ones are counted")
  void said() throws IOException {
    String out = check(0, 0, "calendar: ethiopian").out();
    assertThat(out)
        .doesNotContain("CALENDAR-")
        .containsPattern(" 4 +0 +- +-  DATE-STRADDLES-YEARS\n");
  }

  @Test
  void plainDatesRaiseNothing() throws IOException {
    assertThat(check(0, 0).out()).doesNotContain("CALENDAR-").doesNotContain("STRADDLES");
  }
}
