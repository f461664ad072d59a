package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Small counts of a publication, what is sent to DHIS2, and what comes back")
class DisclosedExchangeTest {
  private static final Path SAMPLE = Path.of("../sample-data/programme.yaml");
  private static final String ANALYSES =
      "analyses={indicators: [{codes: [OUT-01, REP-01], levels: [site, area], periods:"
          + " [quarter]}]}";
  private static final String READING =
      """
      programme: reading
      as_of: 2023-12-31
      sources:
        - {id: dhis2, table: indicator_value, path: payload.json, format: dhis2, mapping: dhis2-indicators}
      analyses: {quality: [{by: [source]}]}
      disclosure: none
      """;

  @TempDir private Path folder;

  @Test
  void hiddenRowsAreListedPrivatelyAndWhatIsShownComesBackFromDhis2() throws IOException {
    Path out = folder.resolve("out");
    Published sent =
        Published.run(SAMPLE, out, "--set", ANALYSES, "--set", "exchange=[dhis2, adx, fhir]");
    List<Map<String, String>> rows = sent.rows("indicator");
    Path log = found(folder.resolve("out-private"), "disclosure.csv");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
    assertThat(Csv.rows(log))
        .hasSize((int) rows.stream().filter(r -> r.get("status").equals("SUPPRESSED")).count())
        .extracting(row -> row.get("reason"))
        .contains("primary", "complementary");
    assertThat(rows)
        .filteredOn(row -> row.get("status").equals("SUPPRESSED"))
        .allMatch(row -> (row.get("numerator") + row.get("value") + row.get("verdict")).isEmpty());

    Files.copy(
        sent.current().resolve("exchange/dhis2-data-values.json"), folder.resolve("payload.json"));
    Path reading = Files.writeString(folder.resolve("reading.yaml"), READING);
    Published.run(reading, folder.resolve("read"));
    assertThat(received()).containsExactlyInAnyOrderElementsOf(sent(rows));
    assertThat(sent.files()).contains("exchange/adx.xml", "exchange/fhir-measure-reports.json");
  }

  /** The published rows of sites without strata, by their first statistic. */
  private static List<String> sent(List<Map<String, String>> rows) {
    return rows.stream()
        .filter(row -> row.get("level").equals("site") && row.get("stratum").isEmpty())
        .filter(row -> row.get("statistic").equals("share"))
        .map(
            row ->
                String.join(
                    " ",
                    row.get("indicator"),
                    row.get("unit_id"),
                    row.get("period"),
                    row.get("numerator"),
                    row.get("denominator"),
                    row.get("status")))
        .toList();
  }

  private List<String> received() throws IOException {
    Path stored = found(folder.resolve("read-private"), "indicator_value");
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      return spark
          .read()
          .parquet(stored.toString())
          .selectExpr(
              "concat_ws(' ', indicator, unit_id, period,"
                  + " coalesce(cast(cast(numerator as bigint) as string), ''),"
                  + " coalesce(cast(cast(denominator as bigint) as string), ''), status)")
          .collectAsList()
          .stream()
          .map((Row row) -> row.getString(0))
          .toList();
    }
  }

  private static Path found(Path below, String name) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(p -> p.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
