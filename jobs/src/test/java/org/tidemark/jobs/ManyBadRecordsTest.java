package org.tidemark.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many records are bad, each is counted and kept, and little is said. */
@DisplayName("Many bad records, and one among many")
class ManyBadRecordsTest {
  private static final String CANARY = "Zq7Canary";
  private static final int MOST_LINES = 100;

  @TempDir private Path folder;

  /** Of 20,000 records every second: half of those lack cells, a quarter each a date or a sex. */
  @Test
  void tenThousandOfTwenty() throws Exception {
    SmallProgramme programme = SmallProgramme.in(folder);
    cases(programme, 20_000, ManyBadRecordsTest::everySecondIsBad);
    String told = run(programme, "acceptance.rejected_share_max=0.6");
    assertThat(rejected(programme))
        .isEqualTo(Map.of("INGEST-FIELDS", 5000L, "TYPE-incidence_date", 2500L, "CODE-sex", 2500L));
    assertThat(told.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    try (Stream<String> lines = Files.lines(quarantine(programme))) {
      assertThat(lines.filter(line -> line.contains(CANARY)).count()).isEqualTo(10_000);
    }
    Canary.of(CANARY).assertUnseen(told, programme.out());
  }

  @Test
  @Tag("slow")
  void oneOfTenMillion() throws Exception {
    SmallProgramme programme = SmallProgramme.in(folder);
    cases(programme, 10_000_000, i -> i == 6_543_210 ? i + "," + CANARY : good(i));
    String told = run(programme, "acceptance.rejected_share_max=0.001");
    assertThat(rejected(programme)).isEqualTo(Map.of("INGEST-FIELDS", 1L));
    assertThat(told.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    assertThat(Files.readString(quarantine(programme)))
        .contains("north,cases.csv,6543210,tumour,ingest,INGEST-FIELDS,")
        .contains(CANARY);
    Canary.of(CANARY).assertUnseen(told, programme.out());
  }

  private interface Line {
    String of(int record);
  }

  private static String everySecondIsBad(int record) {
    return switch (record % 8) {
      case 1, 5 -> record + "," + CANARY + ",1";
      case 3 -> record + "," + CANARY + ",1,71,20080231,C445,8070,3,9,7";
      case 7 -> record + "," + CANARY + ",7,71,20080917,C445,8070,3,9,7";
      default -> good(record);
    };
  }

  private static String good(int record) {
    return record + ",R," + (1 + record % 2) + ",71,20080917,C34" + record % 4 + ",8070,3,9,7";
  }

  private static void cases(SmallProgramme programme, int records, Line line) throws IOException {
    String header = programme.text("cases.csv").lines().findFirst().orElseThrow();
    try (BufferedWriter out = Files.newBufferedWriter(programme.file("cases.csv"), UTF_8)) {
      out.write(header + "\n");
      for (int i = 1; i <= records; i++) {
        out.write(line.of(i));
        out.write('\n');
      }
    }
  }

  /** Runs in a heap that could not hold the records. */
  private static String run(SmallProgramme programme, String setting) throws Exception {
    ChildJvm child =
        ChildJvm.start(
            Map.of(),
            List.of("-Xmx512m"),
            List.of(
                "run",
                programme.programme().toString(),
                "--out",
                programme.out().toString(),
                "--set",
                setting));
    assertThat(child.waitFor()).as(child.told()).isZero();
    return child.told();
  }

  private static Map<String, Long> rejected(SmallProgramme programme) {
    return Published.in(programme.out()).rows("accounting", "source", "north").stream()
        .filter(row -> !row.get("rejected").equals("0"))
        .collect(
            java.util.stream.Collectors.toMap(
                row -> row.get("reason"), row -> Long.valueOf(row.get("rejected"))));
  }

  private static Path quarantine(SmallProgramme programme) throws IOException {
    Path kept = programme.out().resolveSibling("out-private");
    try (Stream<Path> files = Files.walk(kept)) {
      return files.filter(f -> f.endsWith("quarantine.csv")).findFirst().orElseThrow();
    }
  }
}
