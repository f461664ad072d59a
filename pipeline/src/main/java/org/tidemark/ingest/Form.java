package org.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** One form in which a source may be sent. A new form is one class, and one line in its maker. */
interface Form {
  /**
   * Reads a whole file once: its columns, its records, and where reading may begin.
   *
   * @param in the file's bytes, uncompressed
   * @throws Unreadable where the file is refused
   */
  Outline examine(InputStream in) throws IOException;

  /**
   * The records of a slice, read as they are asked for.
   *
   * @param in the slice's bytes, uncompressed
   */
  Iterator<RawRecord> records(InputStream in, SurveyedFile file, Slice slice) throws IOException;

  /** The form of a source. */
  static Form of(Intake intake, IngestLimits limits) {
    return switch (intake.source().format()) {
      case CSV -> CsvForm.of(intake, limits);
      case XLSX -> SheetForm.of(intake, limits);
      case JSON -> JsonForm.of(intake, limits);
      case DHIS2 -> Dhis2Form.of(intake, limits);
      case FIXED -> FixedForm.of(intake, limits);
      case PARQUET -> throw new IllegalArgumentException("Parquet is not read from a stream");
    };
  }
}
