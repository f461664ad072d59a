package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: UTF-8, LF, a header row, missing cells empty. */
final class CsvForm implements Form {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').setNullString("").get();

  private final CSVPrinter printer;

  private CsvForm(CSVPrinter printer) {
    this.printer = printer;
  }

  static CsvForm begin(Table table, OutputStream out) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    printer.printRecord(table.columns());
    return new CsvForm(printer);
  }

  @Override
  public void add(Table rows) throws IOException {
    printer.printRecords(rows.rows());
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
