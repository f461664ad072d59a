package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference values that stand beside the project, in a folder {@code shared/reference} of one
 * of the folders above. A test that asks for them is skipped, saying so, where they are absent.
 */
public final class Reference {
  private Reference() {}

  public static List<CSVRecord> rows(String name) {
    Path file = folder().resolve(name);
    Assumptions.assumeTrue(Files.isReadable(file), "reference file absent: " + name);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  public static int integer(CSVRecord row, String column) {
    return (int) number(row, column);
  }

  public static boolean missing(CSVRecord row, String column) {
    return row.get(column).startsWith("N") || row.get(column).isEmpty();
  }

  /** Compares with a column, the difference relative to the expected number. */
  public static void near(CSVRecord row, String column, double actual, double relative) {
    double expected = number(row, column);
    assertThat(actual)
        .as("%s of record %d", column, row.getRecordNumber())
        .isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  /** Compares with a column, the difference absolute. */
  public static void close(CSVRecord row, String column, double actual, double absolute) {
    assertThat(actual)
        .as("%s of record %d", column, row.getRecordNumber())
        .isCloseTo(number(row, column), within(absolute));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }

  private static Path folder() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("shared/reference"))) {
      at = at.getParent();
    }
    Assumptions.assumeTrue(at != null, "the folder shared/reference stands beside no parent");
    return at.resolve("shared/reference");
  }
}
