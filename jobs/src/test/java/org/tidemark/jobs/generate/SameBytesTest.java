package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The same seed gives the same bytes, wherever it runs; the committed sample is that output. */
class SameBytesTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "ar-EG-u-nu-arab, Africa/Cairo",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    "en-US, Pacific/Kiritimati"
  })
  void inAnyLocaleAndTimeZone(String language, String timeZone) throws IOException {
    Map<String, byte[]> here = generate("here", 700, 12);
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(timeZone));
    assertSame(generate("there", 700, 12), here);
  }

  @Test
  void anotherSeedGivesOthers() throws IOException {
    Map<String, byte[]> one = generate("one", 50, 1);
    Map<String, byte[]> two = generate("two", 50, 2);
    assertThat(two.get("reports/care_pathway.csv"))
        .isNotEqualTo(one.get("reports/care_pathway.csv"));
    assertThat(two.get("registry/cases.csv")).isNotEqualTo(one.get("registry/cases.csv"));
  }

  @Test
  void oneSiteIsInMemoryAtATime() throws IOException {
    Map<String, Integer> largest = new TreeMap<>();
    SiteReports.of(7, 120)
        .draw((file, rows) -> largest.merge(rows.name(), rows.rows().size(), Math::max));
    largest.remove("policy_milestone");
    assertThat(largest.values()).allMatch(rows -> rows < 600);
  }

  @Test
  void theCommittedReportsAreThoseOfTheDefaultSeed() throws IOException {
    int exit = new CommandLine(new GenerateCommand()).execute("--cases=0", "--out=" + folder);
    assertThat(exit).isZero();
    assertSame(
        read(folder.resolve("reports")), read(Places.project().resolve("sample-data/reports")));
  }

  @Test
  void theSampleStaysSmall() throws IOException {
    Map<String, byte[]> files = read(Places.project().resolve("sample-data/reports"));
    assertThat(files.values().stream().mapToInt(bytes -> bytes.length).sum()).isLessThan(2_700_000);
    int[] rows = new int[1];
    SiteReports.of(Drawn.SEED, 24).draw((file, table) -> rows[0] += table.rows().size());
    assertThat(rows[0]).isBetween(20_000, 26_000);
  }

  private Map<String, byte[]> generate(String name, int cases, long seed) throws IOException {
    Path out = folder.resolve(name);
    int exit =
        new CommandLine(new GenerateCommand())
            .execute("--cases=" + cases, "--sites=3", "--seed=" + seed, "--out=" + out);
    assertThat(exit).isZero();
    return read(out);
  }

  private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet()).isNotEmpty();
    expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
  }

  private static Map<String, byte[]> read(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
