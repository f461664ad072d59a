package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: UTF-8, LF, a header row, missing cells empty. */
final class CsvForm {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').setNullString("").get();

  private CsvForm() {}

  static void write(Table table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
      printer.printRecord(table.columns());
      printer.printRecords(table.rows());
    }
  }
}
