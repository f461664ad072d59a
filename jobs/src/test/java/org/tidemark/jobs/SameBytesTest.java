package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same records give the same bytes of every statistical table and of the report: for any number
 * of partitions, for files split, renamed and reordered, and in any locale and time zone.
 */
@DisplayName("Same records, same bytes")
class SameBytesTest {
  private static final long SEED = 20231231;
  private static final int MANY = 200;

  @TempDir private static Path shared;
  private static Map<String, byte[]> expected;

  @TempDir private Path folder;

  @BeforeAll
  static void publishOnce() throws IOException {
    SmallProgramme programme = SmallProgramme.in(shared).withReports();
    Published.run(programme.programme(), programme.out());
    expected = Published.in(programme.out()).figures();
    assertThat(expected)
        .containsKeys("tables/incidence.csv", "tables/evaluation.parquet", "report/index.html");
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 7})
  void forAnyNumberOfPartitions(int partitions) throws IOException {
    assertSame(figures(shared.resolve("programme.yaml"), partitions));
  }

  /** Thousands of tasks: without the site reports, which {@link #forManyPartitions} has too. */
  @Test
  void forManyPartitionsOfRegistryRecords() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    Published.run(programme.programme(), programme.out());
    assertSame(Published.in(programme.out()).figures(), figures(programme.programme(), MANY));
  }

  @Test
  @Tag("slow")
  void forManyPartitions() throws IOException {
    assertSame(figures(shared.resolve("programme.yaml"), MANY));
  }

  private Map<String, byte[]> figures(Path programme, int partitions) throws IOException {
    Path out = folder.resolve("out-of-" + partitions);
    System.setProperty(SparkStart.PARTITIONS, Integer.toString(partitions));
    try {
      Published.run(programme, out);
    } finally {
      System.clearProperty(SparkStart.PARTITIONS);
    }
    return Published.in(out).figures();
  }

  @Test
  void forFilesSplitRenamedAndReordered() throws IOException {
    Path programme = rearranged();
    Published.run(programme, folder.resolve("out"));
    assertSame(Published.in(folder.resolve("out")).figures());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tr TR Europe/Istanbul", "ar EG Africa/Cairo", "th TH Asia/Bangkok"})
  void inAnyLocaleAndTimeZone(String place) throws Exception {
    String[] parts = place.split(" ");
    ChildJvm child =
        ChildJvm.start(
            Map.of("LANG", parts[0] + "_" + parts[1] + ".UTF-8", "TZ", parts[2]),
            List.of(
                "-Duser.language=" + parts[0],
                "-Duser.country=" + parts[1],
                "-Duser.timezone=" + parts[2]),
            List.of(
                "run",
                shared.resolve("programme.yaml").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--master",
                "local[2]"));
    assertThat(child.waitFor()).as(child.told()).isZero();
    assertSame(Published.in(folder.resolve("out")).figures());
  }

  /** The programme with its registry in three files of other names, rows in another order. */
  private Path rearranged() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder).withReports();
    List<String> lines = new ArrayList<>(programme.text("cases.csv").lines().toList());
    String header = lines.remove(0);
    Collections.shuffle(lines, new Random(SEED));
    Files.delete(programme.file("cases.csv"));
    for (int part = 0; part < 3; part++) {
      StringBuilder rows = new StringBuilder(header).append('\n');
      for (int i = part; i < lines.size(); i += 3) {
        rows.append(lines.get(i)).append('\n');
      }
      programme.write("part-" + (9 - part) + ".csv", rows.toString());
    }
    programme.replace("programme.yaml", "path: cases.csv", "path: \"part-*.csv\"");
    return programme.programme();
  }

  private static void assertSame(Map<String, byte[]> actual) {
    assertSame(expected, actual);
  }

  private static void assertSame(Map<String, byte[]> wanted, Map<String, byte[]> actual) {
    assertThat(actual.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach((file, bytes) -> assertThat(actual.get(file)).as(file).isEqualTo(bytes));
  }
}
