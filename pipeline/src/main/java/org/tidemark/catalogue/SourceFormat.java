package org.tidemark.catalogue;

/** The forms in which a source may be sent. */
public enum SourceFormat {
  /** Delimited text, plain or gzip. */
  CSV,
  /**
   * A spreadsheet: the sheet that bears the table's name, else the only sheet; first row header.
   */
  XLSX,
  /** An array of flat objects. */
  JSON,
  /** Columnar, as the pipeline itself writes. */
  PARQUET,
  /** Values of DHIS2, as JSON or CSV; the mapping says what their data elements are. */
  DHIS2,
  /** Text in fixed columns, plain or gzip; the mapping says where they are. */
  FIXED
}
