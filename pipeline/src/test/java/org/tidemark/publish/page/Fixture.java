package org.tidemark.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.catalogue.Indicator;

/** The published tables of {@code src/test/resources/page}, and a head to go with them. */
final class Fixture {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private Fixture() {}

  static PublishedRows full() {
    return table -> rows("/page/full/" + table + ".csv");
  }

  /** Every main figure is hidden, wanting or not reported; cells of hidden rows hold canaries. */
  static PublishedRows withheld() {
    return table -> rows("/page/withheld/" + table + ".csv");
  }

  /** Questions of every kind about the programme; a hidden row holds canaries. */
  static PublishedRows evaluated() {
    return table -> rows("/page/evaluated/" + table + ".csv");
  }

  /** One table, written out in the test. */
  static PublishedRows table(String name, String csv) {
    return table -> table.equals(name) ? parse(new StringReader(csv)) : List.of();
  }

  static Reading reading(PublishedRows rows) {
    return Reading.of(head(), rows);
  }

  /** Only the named tables; the others were not computed. */
  static PublishedRows only(String... tables) {
    Set<String> present = Set.of(tables);
    return table -> present.contains(table) ? full().rows(table) : List.of();
  }

  static String page(PublishedRows rows) {
    byte[] page = ReportPage.render(ReportContent.of(head(), rows));
    return new String(page, StandardCharsets.UTF_8);
  }

  static ReportHead head() {
    return new ReportHead(
        "Sample programme",
        LocalDate.of(2023, 12, 31),
        "2023-12-31-0123456789ab",
        Map.of("code", "0.1.0", "schemas", "2026-01"),
        Map.of(
            "cancer/breast", "Breast",
            "cancer/prostate", "Prostate",
            "cancer/all", "All cancers",
            "area/north", "North",
            "source/north", "North",
            "unit_id/amani", "Amani Teaching Hospital"),
        List.of(
            indicator(
                "OUT-01", "Breast cancer stage I\u2013II at diagnosis", "%", target(60, true)),
            indicator("PAT-01", "Biopsy turnaround, receipt to report", "wd", target(2, false)),
            indicator("MED-02", "Stock-out days", "% of days", target(0, false)),
            indicator("REP-01", "Reporting rate", "%", target(80, false)),
            indicator("WRK-01", "Oncologists per 1,000 new cases", "FTE/1000", Optional.empty())),
        new DisclosureProfile("public", 5, 10, 16));
  }

  private static Optional<Indicator.Target> target(double value, boolean verified) {
    String origin = verified ? "WHO GBCI pillar 1" : "programme default";
    return Optional.of(new Indicator.Target(value, "share", origin, verified));
  }

  private static Indicator indicator(
      String code, String name, String unit, Optional<Indicator.Target> target) {
    return new Indicator(
        code,
        "core",
        Map.of("en", name),
        "Capacity",
        "reports",
        true,
        List.of(),
        List.of(),
        unit,
        Indicator.Direction.UP,
        target,
        Optional.empty(),
        Map.of(),
        "unknown items stay out of both sums");
  }

  private static List<Map<String, String>> rows(String resource) {
    InputStream file = Fixture.class.getResourceAsStream(resource);
    return file == null ? List.of() : parse(new InputStreamReader(file, StandardCharsets.UTF_8));
  }

  private static List<Map<String, String>> parse(Reader csv) {
    try (csv) {
      return FORMAT.parse(csv).stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
