package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What operators and senders get wrong, through the real command line: the exit code of the
 * contract, one message that says what, where and how to mend, nothing lost, nothing published, and
 * no value of a patient in anything that is printed or published.
 */
@DisplayName("Bad input")
class BadInputTest {
  /** A value that must never be seen outside the private folder. */
  private static final String CANARY = "Zq7Canary";

  private static final String GOOD = "901," + CANARY + ",1,71,20080917,C445,8070,3,9,7";

  @TempDir private static Path before;

  @TempDir private Path folder;

  @BeforeAll
  static void publishOnce() throws IOException {
    SmallProgramme programme = SmallProgramme.in(before);
    Published.run(programme.programme(), programme.out());
  }

  /** Something that is wrong, and what the operator is told. */
  private record Fault(String name, Damage damage, int exitCode, List<String> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Damage {
    void to(SmallProgramme programme) throws IOException;
  }

  static Stream<Fault> refusedFiles() {
    return Stream.of(
        file("absent", p -> Files.delete(p.file("cases.csv")), "INGEST-ABSENT"),
        file("empty", p -> p.write("cases.csv", ""), "cases.csv", "empty"),
        file("header only", p -> p.write("cases.csv", header(p)), "cases.csv", "no records"),
        file("truncated gzip", BadInputTest::truncatedGzip, "cases.csv.gz"),
        file(
            "a web page",
            p -> p.write("cases.csv", "<!DOCTYPE html><html><body>Login</body></html>\n"),
            "cases.csv",
            "HTML"),
        file("UTF-16", p -> p.write("cases.csv", utf16(p)), "cases.csv", "encoding"),
        file(
            "duplicate header",
            p -> p.replace("cases.csv", "sex,age", "sex,sex"),
            "cases.csv",
            "column 4"),
        file("missing column", p -> p.replace("cases.csv", "basis", "bases"), "basis"),
        file("unknown column", BadInputTest::unknownColumn, "patient_name"));
  }

  static Stream<Fault> refusedRecords() {
    return Stream.of(
        record("31 February", GOOD.replace("20080917", "20080231"), "TYPE-incidence_date"),
        record("sex 7", GOOD.replace(",1,71", ",7,71"), "CODE-sex"),
        record("topography Z99.9", GOOD.replace("C445", "Z99.9"), "CODE-topography"),
        record("an unclosed quote", GOOD.replace(CANARY, "\"" + CANARY), "INGEST-QUOTE"),
        record("a NUL", GOOD.replace("901", "9\u000001"), "INGEST-NUL"),
        record("a field too few", "901," + CANARY + ",1,71", "INGEST-FIELDS"),
        record("a field too many", GOOD + ",8", "INGEST-FIELDS"));
  }

  static Stream<Fault> wrongProgrammes() {
    return Stream.of(
        programme("misspelt key", "analyses:", "analysis:", "analysis", "did you mean"),
        programme(
            "outside its folder",
            "path: cases.csv",
            "path: ../cases.csv",
            "/sources/0/path",
            "leaves"),
        programme(
            "absolute path", "path: cases.csv", "path: /etc/passwd", "/sources/0/path", "absolute"),
        programme("duplicate source", "id: colrec,", "id: north,", "north"),
        programme("unknown mapping", "mapping: colrec}", "mapping: colrek}", "colrek"));
  }

  @ParameterizedTest(name = "a file that is {0}")
  @MethodSource("refusedFiles")
  void aRefusedFileStopsTheRun(Fault fault) throws IOException {
    SmallProgramme programme = published();
    fault.damage().to(programme);
    assertRefused(programme, fault);
  }

  @ParameterizedTest(name = "a record with {0}")
  @MethodSource("refusedRecords")
  void aRefusedRecordWithinTheLimitsDoesNot(Fault fault) throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    fault.damage().to(programme);
    Told told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isZero();
    List<Map<String, String>> accounting =
        Published.in(programme.out()).rows("accounting", "source", "north");
    Map<String, String> row = Published.one(accounting, "reason", fault.told().get(0));
    assertThat(row).containsEntry("rejected", "1").containsEntry("file", "cases.csv");
    assertThat(sum(accounting, "ingest", "records_in")).isEqualTo(300);
    assertThat(sum(accounting, "resolve", "accepted")).isEqualTo(299);
    assertNoCanary(told, programme.out());
    assertThat(quarantined(programme.out()))
        .as("the quarantine of the run")
        .singleElement()
        .asString()
        .startsWith("north,cases.csv,")
        .contains(fault.told().get(0));
  }

  @ParameterizedTest(name = "a programme file with {0}")
  @MethodSource("wrongProgrammes")
  void aWrongProgrammeFileStopsBeforeDataAreRead(Fault fault) throws IOException {
    SmallProgramme programme = published();
    fault.damage().to(programme);
    assertRefused(programme, fault);
  }

  @Test
  void bytesThatAreNotUtf8RefuseTheirRecordOnly() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    byte[] bytes = programme.text("cases.csv").getBytes(StandardCharsets.UTF_8);
    int at = programme.text("cases.csv").indexOf("\n7,") + 1;
    bytes[at] = (byte) 0xFF;
    programme.write("cases.csv", bytes);
    Told told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isZero();
    Published.one(
        Published.in(programme.out()).rows("accounting"),
        "reason",
        "INGEST-ENCODING",
        "rejected",
        "1");
  }

  @Test
  void reorderedColumnsGiveTheSameFigures() throws IOException {
    SmallProgramme programme = published();
    byte[] before = Files.readAllBytes(table(programme, "incidence"));
    List<String> reordered =
        programme.text("cases.csv").lines().map(BadInputTest::firstColumnLast).toList();
    programme.write("cases.csv", String.join("\n", reordered) + "\n");
    assertThat(Told.run(programme.programme(), programme.out()).exitCode()).isZero();
    assertThat(Files.readAllBytes(table(programme, "incidence"))).isEqualTo(before);
  }

  @Test
  void casesWithoutPopulationHaveNoRateAndNoInfinity() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    List<String> without =
        programme.text("population.csv").lines().filter(l -> !l.startsWith("2008,1,14,")).toList();
    programme.write("population.csv", String.join("\n", without) + "\n");
    Told told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isZero();
    Map<String, String> rate =
        Published.one(
            Published.in(programme.out()).rows("incidence"),
            "area",
            "North",
            "sex",
            "1",
            "measure",
            "crude_rate");
    assertThat(rate)
        .containsEntry("status", "INSUFFICIENT")
        .containsEntry("value", "")
        .containsEntry(
            "note", "there is no population for area 'North', sex 1, year 2008, ages 65-69");
  }

  @Test
  void aLifeTableThatEndsTooEarlyNamesTheCell() throws IOException {
    SmallProgramme programme = published();
    programme.replace("programme.yaml", ", beyond: nearest", "");
    List<String> early =
        programme
            .text("life.csv")
            .lines()
            .filter(l -> !l.startsWith("1997") && l.compareTo("1997") < 0 || l.startsWith("year"))
            .toList();
    programme.write("life.csv", String.join("\n", early) + "\n");
    assertRefused(
        programme,
        new Fault("", p -> {}, 2, List.of("life", "area 'Slovenia'", "year", "beyond: nearest")));
  }

  @Test
  void certainDeathWhereACaseIsStillFollowedNamesTheCell() throws IOException {
    SmallProgramme programme = published();
    List<String> certain =
        programme
            .text("life.csv")
            .lines()
            .map(l -> l.matches("19[^,]*,70,.*") ? l.replaceFirst(",[^,]*,[^,]*$", ",,1") : l)
            .toList();
    programme.write("life.csv", String.join("\n", certain) + "\n");
    assertRefused(
        programme,
        new Fault("", p -> {}, 2, List.of("life", "area 'Slovenia', sex 1", "age 70", "below 1")));
  }

  @Test
  void tooManyRefusedRecordsPublishNothing() throws IOException {
    SmallProgramme programme = published();
    programme.write("cases.csv", programme.text("cases.csv").replace(",1,", ",7,"));
    assertRefused(
        programme,
        new Fault(
            "", p -> {}, 3, List.of("north", "CODE-sex", "rejected_share_max", "quarantine.csv")));
    Path kept = folder.resolve("out-private/unpublished/quarantine.csv");
    assertThat(kept).content().contains("north,cases.csv,1,tumour,check,CODE-sex,");
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aRefusedFileMayBePassedOverByName() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    programme.write("colrec.csv", "");
    Told told =
        Told.run(
            programme.programme(), programme.out(), "--set", "acceptance.on_refused_file=continue");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(Published.in(programme.out()).rows("accounting", "file", "colrec.csv"))
        .singleElement()
        .satisfies(r -> assertThat(r.get("reason")).startsWith("INGEST-"));
  }

  /** A published programme, to see that what readers have stays as it is. */
  private SmallProgramme published() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    try (Stream<Path> files = Files.walk(before.resolve("out"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(before.relativize(file).toString()));
      }
    }
    return programme;
  }

  private void assertRefused(SmallProgramme programme, Fault fault) throws IOException {
    String before = Files.readString(programme.out().resolve("CURRENT"));
    Told told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isEqualTo(fault.exitCode());
    assertThat(told.err()).contains(fault.told()).contains("mend: ");
    assertThat(Files.readString(programme.out().resolve("CURRENT"))).isEqualTo(before);
    assertThat(Told.command("verify", programme.out().toString()).exitCode()).isZero();
    assertNoCanary(told, programme.out());
  }

  /** The lines of the quarantine of the one run that kept one. */
  private static List<String> quarantined(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out.resolveSibling(out.getFileName() + "-private"))) {
      Path quarantine = files.filter(f -> f.endsWith("quarantine.csv")).findFirst().orElseThrow();
      return Files.readAllLines(quarantine).stream().skip(1).toList();
    }
  }

  private static void assertNoCanary(Told told, Path out) throws IOException {
    assertThat(told.out() + told.err()).doesNotContain(CANARY);
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain(CANARY);
      }
    }
  }

  private static Fault file(String name, Damage damage, String... told) {
    return new Fault(name, damage, 3, List.of(told));
  }

  private static Fault record(String name, String line, String rule) {
    return new Fault(name, p -> p.record("cases.csv", 5, line), 0, List.of(rule));
  }

  private static Fault programme(String name, String piece, String by, String... told) {
    return new Fault(name, p -> p.replace("programme.yaml", piece, by), 2, List.of(told));
  }

  private static String header(SmallProgramme programme) throws IOException {
    return programme.text("cases.csv").lines().findFirst().orElseThrow() + "\n";
  }

  private static byte[] utf16(SmallProgramme programme) throws IOException {
    return programme.text("cases.csv").getBytes(StandardCharsets.UTF_16);
  }

  private static void unknownColumn(SmallProgramme programme) throws IOException {
    List<String> wider = programme.text("cases.csv").lines().map(l -> l + "," + CANARY).toList();
    programme.write(
        "cases.csv", String.join("\n", wider).replaceFirst(CANARY, "patient_name") + "\n");
  }

  private static void truncatedGzip(SmallProgramme programme) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(programme.text("cases.csv").getBytes(StandardCharsets.UTF_8));
    }
    programme.write("cases.csv.gz", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    programme.replace("programme.yaml", "path: cases.csv", "path: cases.csv.gz");
  }

  private static String firstColumnLast(String line) {
    int comma = line.indexOf(',');
    return line.substring(comma + 1) + "," + line.substring(0, comma);
  }

  private static long sum(List<Map<String, String>> rows, String stage, String column) {
    return rows.stream()
        .filter(r -> r.get("stage").equals(stage))
        .mapToLong(r -> Long.parseLong(r.get(column)))
        .sum();
  }

  private static Path table(SmallProgramme programme, String name) {
    return Published.in(programme.out()).current().resolve("tables/" + name + ".csv");
  }
}
