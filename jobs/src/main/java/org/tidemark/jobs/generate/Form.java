package org.tidemark.jobs.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file of rows that grows site by site. */
interface Form extends Closeable {
  /** Appends rows of the table that the file was begun for. */
  void add(Table rows) throws IOException;

  /** Begins a file in the form that its name ends in, with the columns of a table. */
  static Form begin(String name, Table table, OutputStream out) throws IOException {
    if (name.endsWith("-dhis2.json")) {
      return Dhis2Form.begin(out);
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> JsonForm.begin(out);
      case "xlsx" -> XlsxForm.begin(table, out);
      default -> CsvForm.begin(table, out);
    };
  }
}
