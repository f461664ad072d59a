package org.tidemark.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * Files of which nothing was read, by name: the one place where the page names files. In the
 * accounting such a file has a reason and no records.
 */
final class RefusedFiles {
  private RefusedFiles() {}

  static Optional<Table> of(Reading reading) {
    List<List<Cell>> lines =
        rows(reading).stream()
            .map(
                row ->
                    List.of(
                        Cell.of(row.text("file")),
                        Cell.of(reading.names().of(row, "source")),
                        LeftOut.rule(reading, row.text("reason"))))
            .toList();
    return LeftOut.table(
        "files-table", reading.say("left.files"), List.of("File", "Source", "Reason"), 3, lines);
  }

  /** How many there are, as a sentence; empty where every file was read. */
  static Optional<String> sentence(Reading reading) {
    int files = rows(reading).size();
    return files == 0
        ? Optional.empty()
        : Optional.of(
            reading.say("left.files_sum", "n", Wording.plural(files, "file was", "files were")));
  }

  private static Rows rows(Reading reading) {
    return reading
        .table("accounting")
        .where("stage", "ingest")
        .filter(row -> row.has("reason") && row.number("records_in") == 0);
  }
}
