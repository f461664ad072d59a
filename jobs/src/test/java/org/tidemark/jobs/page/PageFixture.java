package org.tidemark.jobs.page;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.publish.page.PublishedRows;
import org.tidemark.publish.page.ReportContent;
import org.tidemark.publish.page.ReportHead;
import org.tidemark.publish.page.ReportPage;

/** Pages made from the report's own fixtures. */
final class PageFixture {
  private static final Path FIXTURES = Path.of("../pipeline/src/test/resources/page");

  private PageFixture() {}

  /** Writes the page of one fixture folder; a folder that is not there is a run without tables. */
  static Path write(Path folder, String fixture) throws IOException {
    ReportHead head =
        new ReportHead(
            "Sample programme",
            LocalDate.of(2023, 12, 31),
            "2023-12-31-0123456789ab",
            Map.of("code", "0.1.0"),
            Map.of(
                "unit_id/amani",
                "A site with a name much longer than a narrow screen has room for"),
            List.of(),
            new DisclosureProfile("public", 5, 10, 16));
    byte[] page = ReportPage.render(ReportContent.of(head, rows(fixture)));
    return Files.write(folder.resolve("index.html"), page);
  }

  private static PublishedRows rows(String fixture) {
    return table -> {
      Path file = FIXTURES.resolve(fixture).resolve(table + ".csv");
      return Files.exists(file) ? read(file) : List.of();
    };
  }

  private static List<Map<String, String>> read(Path file) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader csv = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return format.parse(csv).stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
