package org.tidemark.jobs;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads delimited files as a reader of the publication would. */
final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private Csv() {}

  /** All rows by column name. */
  static List<Map<String, String>> rows(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return FORMAT.parse(reader).stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of reference figures beside the project, where there is one. */
  static Optional<Path> shared() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolveSibling("shared").resolve("reference");
      if (at.getFileName() != null && Files.isDirectory(beside)) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }

  /** The project's root. */
  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    return Files.isDirectory(at.resolve("sample-data")) ? at : at.getParent();
  }
}
