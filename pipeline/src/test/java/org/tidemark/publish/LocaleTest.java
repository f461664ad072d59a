package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.publish.CrashHarness.Child;

/** Where the operator lives does not show in a publication. */
final class LocaleTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({
    "tr, TR, , Europe/Istanbul",
    "ar, EG, -Duser.extensions=u-nu-arab, Africa/Cairo",
    "th, TH, -Duser.extensions=u-ca-buddhist-nu-thai, Asia/Bangkok"
  })
  void sameBytesUnderOtherLocales(String language, String country, String extension, String zone)
      throws Exception {
    Path there = temporary.resolve("there");
    CrashHarness harness =
        CrashHarness.of(PublishingChild.class)
            .with("-Duser.language=" + language)
            .with("-Duser.country=" + country)
            .with("-Duser.timezone=" + zone)
            .with("-Dfile.encoding=ISO-8859-1");
    Child child =
        (extension == null ? harness : harness.with(extension)).start(there.toString(), "50", "1");
    assertThat(child.exit()).as(child.rest()).isZero();

    Path here = temporary.resolve("here");
    SampleTables.publish(SampleTables.folder(here), 1);
    assertThat(contents(there)).isEqualTo(contents(here)).hasSize(8);
    assertThat(Verification.verify(SampleTables.folder(there)).findings()).isEmpty();
  }

  @Test
  @Tag("slow")
  void sortedTheSameUnderOtherLocales() throws Exception {
    Path first = temporary.resolve("en");
    CrashHarness harness = CrashHarness.of(SortingChild.class);
    assertThat(harness.start(first.toString(), "1").exit()).isZero();
    for (String locale : List.of("tr-TR", "ar-EG", "th-TH")) {
      Path there = temporary.resolve(locale);
      Child child =
          harness
              .with("-Duser.language=" + locale.substring(0, 2))
              .with("-Duser.country=" + locale.substring(3))
              .start(there.toString(), "3");
      assertThat(child.exit()).as(child.rest()).isZero();
      assertThat(contents(there)).as(locale).isEqualTo(contents(first)).hasSize(2);
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(".lock")) {
          all.put(folder.relativize(file).toString(), Hashes.hex(Files.readAllBytes(file)));
        }
      }
    }
    return all;
  }
}
