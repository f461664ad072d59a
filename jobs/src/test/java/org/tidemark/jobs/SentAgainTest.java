package org.tidemark.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A registry without any ids sends its cases again. Of its 300 records one is refused by a code,
 * one by its cells, and one has no age.
 */
@DisplayName("A submission that is sent again")
class SentAgainTest {
  private static final long SEED = 15;

  @TempDir private static Path once;
  private static Map<String, byte[]> expected;

  @TempDir private Path folder;

  /** A way to send the same records again. */
  private record Way(String name, String file, Packing packing) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Packing {
    byte[] of(String text) throws IOException;
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way("as it was", "sent/2/cases.csv", text -> text.getBytes(UTF_8)),
        new Way("under another name", "sent/1/final.csv", text -> text.getBytes(UTF_8)),
        new Way("compressed", "sent/1/cases.csv.gz", SentAgainTest::gzip),
        new Way("in another order", "sent/1/sorted.csv", SentAgainTest::shuffled));
  }

  @BeforeAll
  static void publishOnce() throws IOException {
    SmallProgramme programme = programme(once);
    run(programme);
    expected = Published.in(programme.out()).figures();
    assertThat(Published.in(programme.out()).rows("finding", "source", "north")).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void countsOnceAndIsRecordedAsHadAlready(Way way) throws IOException {
    SmallProgramme programme = programme(folder);
    String sent = programme.text("sent/1/cases.csv");
    Files.createDirectories(programme.file(way.file()).getParent());
    programme.write(way.file(), way.packing().of(sent));
    run(programme);
    Map<String, byte[]> figures = Published.in(programme.out()).figures();
    assertThat(figures.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (file, bytes) -> assertThat(figures.get(file)).as(file).containsExactly(bytes));
    assertThat(Files.readString(programme.out().resolve("CURRENT")).split("-")[3].split(" ")[0])
        .as("the run's name")
        .isEqualTo(Files.readString(once.resolve("out/CURRENT")).split("-")[3].split(" ")[0]);
    List<Map<String, String>> resolved =
        Published.in(programme.out()).rows("accounting", "source", "north", "stage", "resolve");
    assertThat(resolved)
        .filteredOn(row -> !row.get("merged").equals("0"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("reason", "already-had"))
        .satisfies(row -> assertThat(row).containsEntry("merged", "298"));
  }

  private static SmallProgramme programme(Path folder) throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    programme.record("cases.csv", 7, "7,R,7,71,20080917,C445,8070,3,9,7");
    programme.record("cases.csv", 8, "8,R,1");
    programme.record("cases.csv", 9, "9,R,1,999,20080917,C445,8070,3,9,7");
    Files.createDirectories(programme.file("sent/1"));
    Files.move(programme.file("cases.csv"), programme.file("sent/1/cases.csv"));
    programme.replace("programme.yaml", "path: cases.csv", "path: \"sent/*/*.csv*\"");
    programme.replace("programme.yaml", "mapping: north}", "mapping: anonymous}");
    Files.createDirectories(programme.file("schemas/mappings"));
    String mapping = Files.readString(Csv.root().resolve("schemas/mappings/north.yaml"));
    programme.write(
        "schemas/mappings/anonymous.yaml",
        mapping
            .replace("mapping: north", "mapping: anonymous")
            .replace("  id: tumour_id\n", "")
            .replace("ignore: [regcode]", "ignore: [id, regcode]")
            .replace("not_supplied:\n", "not_supplied:\n  - tumour_id\n"));
    return programme;
  }

  private static void run(SmallProgramme programme) {
    Told told =
        Told.run(
            programme.programme(),
            programme.out(),
            "--schemas",
            programme.file("schemas").toString());
    assertThat(told.exitCode()).as(told.err()).isZero();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] shuffled(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String header = lines.remove(0);
    Collections.shuffle(lines, new Random(SEED));
    return (header + "\r\n" + String.join("\r\n", lines)).getBytes(UTF_8);
  }
}
