package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Small counts in a publication for the public")
class DisclosedRunTest {
  private static final String VALUES =
      """
      indicator,level,unit_id,period,numerator,denominator,status
      OUT-01,site,A,2022Q1,3,40,OK
      OUT-01,site,B,2022Q1,20,45,OK
      OUT-01,site,C,2022Q1,17,50,OK
      OUT-01,programme,P,2022Q1,40,135,OK
      """;

  private static final String PROGRAMME =
      """
      programme: P
      as_of: 2022-12-31
      sources:
        - {id: own, table: indicator_value, path: values.csv, mapping: shared}
      analyses:
        indicators: [{codes: [OUT-01], levels: [site, programme], periods: [quarter]}]
      exchange: [dhis2]
      """;

  @TempDir private Path folder;

  @Test
  void whatGivesAHiddenCountBackIsHiddenEverywhereAndListedPrivately() throws IOException {
    Files.writeString(folder.resolve("values.csv"), VALUES);
    Path programme = Files.writeString(folder.resolve("programme.yaml"), PROGRAMME);
    Published published = Published.run(programme, folder.resolve("out"));
    Map<String, String> small = published.rows("indicator", "unit_id", "A").get(0);
    assertThat(small.get("status")).isEqualTo("SUPPRESSED");
    assertThat(small.get("numerator") + small.get("denominator") + small.get("value")).isEmpty();
    assertThat(published.rows("indicator", "unit_id", "C").get(0).get("status"))
        .isEqualTo("SUPPRESSED");
    assertThat(published.rows("indicator", "unit_id", "B").get(0).get("numerator")).isEqualTo("20");
    assertThat(Files.readString(published.current().resolve("exchange/dhis2-data-values.json")))
        .contains("SUPPRESSED")
        .doesNotContain("\"17\"")
        .doesNotContain("\"3\"");
    Path log = log();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
    List<Map<String, String>> hidden = Csv.rows(log);
    assertThat(hidden)
        .extracting(row -> row.get("key").contains("unit_id=A") + " " + row.get("reason"))
        .containsExactly("true primary", "false complementary");
  }

  private Path log() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      return all.filter(p -> p.endsWith("disclosure.csv")).findFirst().orElseThrow();
    }
  }
}
