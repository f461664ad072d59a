package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registry in two files: in the second, records 7 and 9 have an impossible sex and records 5 and
 * 8 no age; in the first, record 290 has none.
 */
@DisplayName("tidemark check")
class CheckCommandTest {
  private static final String CANARY = "Zq7Canary";

  @TempDir private static Path folder;
  private static SmallProgramme programme;
  private static Told told;

  @BeforeAll
  static void check() throws IOException {
    programme = SmallProgramme.in(folder);
    List<String> lines = programme.text("cases.csv").lines().toList();
    String header = lines.get(0) + "\n";
    Files.delete(programme.file("cases.csv"));
    programme.write("part-1.csv", header + body(lines, 1, 290));
    programme.write("part-2.csv", header + body(lines, 291, 300));
    programme.record("part-1.csv", 290, record("901", "1", "999"));
    programme.record("part-2.csv", 5, record("902", "2", "999"));
    programme.record("part-2.csv", 7, record("903", "7", "71"));
    programme.record("part-2.csv", 8, record("904", "1", "999"));
    programme.record("part-2.csv", 9, record("905", "7", "71"));
    programme.replace("programme.yaml", "path: cases.csv", "path: \"part-*.csv\"");
    told =
        Told.command(
            "check",
            programme.programme().toString(),
            "--master",
            "local[2]",
            "--set",
            "acceptance.rejected_share_max=0.5");
    assertThat(told.exitCode()).as(told.err()).isZero();
  }

  private static String record(String id, String sex, String age) {
    return id + "," + CANARY + "," + sex + "," + age + ",20080917,C445,8070,3,9,7";
  }

  private static String body(List<String> lines, int from, int to) {
    return String.join("\n", lines.subList(from, to + 1)) + "\n";
  }

  @Test
  void saysOfEachSourceWhatItHolds() {
    assertThat(told.out().lines())
        .contains(
            "north (tumour): 300 received, 298 accepted, 2 refused",
            "colrec (tumour): 200 received, 200 accepted, 0 refused");
  }

  @Test
  void ofARefusalTheFirstRecordOfTheFileIsNamed() {
    assertThat(told.out().lines())
        .filteredOn(line -> line.contains("CODE-sex: "))
        .contains("  check     part-2.csv: CODE-sex: 2, as in record 7");
  }

  @Test
  void ofAFindingTheFirstRecordOfTheFirstFileIsNamed() {
    assertThat(told.out().lines())
        .filteredOn(line -> line.contains("AGE-MISSING: "))
        .singleElement()
        .asString()
        .startsWith("  missing   AGE-MISSING: ")
        .endsWith(", as in part-1.csv, record 290");
  }

  @Test
  void noValueOfARecordIsPrinted() {
    assertThat(told.out() + told.err()).doesNotContain(CANARY).doesNotContain("C445");
  }

  @Test
  void nothingIsPublished() {
    assertThat(programme.out()).doesNotExist();
  }
}
