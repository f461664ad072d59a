package org.tidemark.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;

/**
 * A table as CSV by RFC 4180, but with LF: UTF-8, a header, quotes only where needed. A text that a
 * spreadsheet could take for a formula gets a leading apostrophe (OWASP, CSV Injection); a number
 * stays a number.
 */
final class CsvTwin implements Closeable {
  static final CSVFormat FORMAT =
      CSVFormat.Builder.create()
          .setRecordSeparator('\n')
          .setQuoteMode(QuoteMode.MINIMAL)
          .setIgnoreEmptyLines(false)
          .get();

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final CSVPrinter printer;

  private CsvTwin(CSVPrinter printer) {
    this.printer = printer;
  }

  static CsvTwin open(HashedOutput out, TableSchema schema) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    printer.printRecord(schema.fields().stream().map(Field::name));
    return new CsvTwin(printer);
  }

  /** The rows of a file as it shows them: column → text, empty where there is none. */
  static List<Map<String, String>> read(FileSystem files, Path file) throws IOException {
    CSVFormat named = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = new InputStreamReader(files.open(file), StandardCharsets.UTF_8)) {
      CSVParser parser = named.parse(text);
      List<String> columns = List.copyOf(parser.getHeaderNames());
      HeadedCells.Head head = HeadedCells.head(columns);
      return parser.stream().<Map<String, String>>map(row -> head.over(row.values())).toList();
    }
  }

  void write(Object[] cells) throws IOException {
    for (Object cell : cells) {
      printer.print(text(cell));
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }

  private static String text(Object cell) {
    if (cell instanceof CanonicalNumber number) {
      return number.text();
    }
    Object safe = safe(cell);
    return safe == null ? null : safe.toString();
  }

  /** A cell that a spreadsheet takes for what it is: a text is never a formula. */
  static Object safe(Object cell) {
    boolean formula =
        cell instanceof String text
            && !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
