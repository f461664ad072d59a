package org.tidemark.ingest;

import org.tidemark.catalogue.Dhis2Layout;

/**
 * Every reason for which ingest refuses a record or a whole file. The ids are stable: they stand in
 * the quarantine, in {@code accounting} and in messages.
 */
public enum IngestRule {
  /** A record with more or fewer cells than the header. */
  FIELDS(
      "INGEST-FIELDS",
      "the record has another number of cells than the header",
      "quote cells that hold the delimiter, and send whole lines"),
  /** A line in fixed columns that is longer or shorter than its layout. */
  WIDTH(
      "INGEST-WIDTH",
      "the line has another number of characters than the layout",
      "send whole lines, filled up with blanks, or correct the mapping's `fixed`"),
  /** Bytes that are not text in the mapping's encoding. */
  ENCODING(
      "INGEST-ENCODING",
      "the record holds bytes that are not text in the declared encoding",
      "save the file in the mapping's encoding, or set the mapping's `encoding`"),
  /** A NUL character. */
  NUL(
      "INGEST-NUL",
      "the record holds a NUL character",
      "remove the NUL characters where the file is exported"),
  /** A quote that is not closed, or text after a closing quote. */
  QUOTE(
      "INGEST-QUOTE",
      "a quote in the record is not closed, or text follows a closing quote",
      "double quotes inside quoted cells; set `multiline: true` if cells hold line breaks"),
  /** A header line among the records. */
  REPEATED_HEADER(
      "INGEST-REPEATED-HEADER",
      "the record repeats the header",
      "send each file by itself, not several put together"),
  /** A record longer than the limit. */
  LENGTH(
      "INGEST-LENGTH",
      "the record is longer than 1 MB",
      "end records with line breaks, or leave out the long column"),
  /** A value that is itself an object or an array. */
  NESTED(
      "INGEST-NESTED",
      "the record holds a nested value where a plain one is expected",
      "send one flat object a record"),
  /** A name that occurs twice in one object. */
  DUPLICATE_KEY(
      "INGEST-DUPLICATE-KEY", "a name occurs twice in the record", "send each name once a record"),
  /** An element of the array that is not an object, or a spreadsheet cell in error. */
  VALUE(
      "INGEST-VALUE",
      "the record is not an object, or a cell holds a spreadsheet error",
      "mend the formula or the export"),

  /** Two values of DHIS2 with the same data element, unit, period and options. */
  TWO_VALUES(
      "INGEST-DHIS2-TWICE",
      "two values have the same data element, unit, period and options",
      "send one value a key, or name the options that tell them apart in the mapping"),
  /** Word that a value of DHIS2 was deleted. */
  DELETED(
      Dhis2Layout.DELETED, "the value was deleted in DHIS2", "nothing: it is left out and counted"),

  /** A path or glob without a file. */
  ABSENT(
      "INGEST-ABSENT",
      "there is no such file",
      "correct the source's `path`, or put the file in its place"),
  /** A file whose name could forge a line of a message. */
  NAME(
      "INGEST-NAME",
      "the file's name holds a character that cannot be shown",
      "give the file a name of letters, digits and signs"),
  /** A file of no bytes, or of blank lines only. */
  EMPTY("INGEST-EMPTY", "the file is empty", "send the file again, with its header line"),
  /** A header without records. */
  NO_RECORDS(
      "INGEST-NO-RECORDS",
      "the file has a header and no records",
      "send the records, or set `empty: allowed` in the mapping where an empty report is valid"),
  /** A web page where a table is expected. */
  HTML(
      "INGEST-HTML",
      "the file is a web page, perhaps an error or a sign-in page",
      "download the file again after signing in, and look at it in a text editor"),
  /** Another kind of file than the source declares. */
  FORMAT(
      "INGEST-FORMAT",
      "the file is not of the declared format",
      "export it in the declared format, or correct the source's `format`"),
  /** A file in another encoding than the mapping declares. */
  CHARSET(
      "INGEST-CHARSET",
      "the file is not in the declared encoding",
      "set the mapping's `encoding`, or save the file as UTF-8"),
  /** A header that repeats a name or leaves one out. */
  HEADER(
      "INGEST-HEADER",
      "the header names a column twice or not at all",
      "give each column one name of its own"),
  /** A column that the mapping neither reads nor ignores. */
  UNKNOWN_COLUMN(
      "INGEST-UNKNOWN-COLUMN",
      "the file has a column that the mapping does not know",
      "add it to the mapping's `columns` or to its `ignore` list, or correct its name"),
  /** A column of names, telephone numbers or national ids in a report of a site. */
  PERSONS(
      "INGEST-PERSONS",
      "a column would name persons or reach them, and reports of sites hold pseudonyms only",
      "take the column out of the file, delete the file that was sent, and send it again"),
  /** A column that the mapping needs and the file lacks. */
  MISSING_COLUMN(
      "INGEST-MISSING-COLUMN",
      "a column that the mapping needs is missing",
      "send the column, or name its field in the mapping's `not_supplied`"),
  /** Compressed bytes that do not inflate to a whole file. */
  GZIP(
      "INGEST-GZIP",
      "the compressed file is cut short, damaged or not gzip",
      "compress and send it again"),
  /** A file that inflates beyond the limits. */
  INFLATION(
      "INGEST-INFLATION",
      "the compressed file inflates beyond the limits",
      "send it uncompressed or in parts"),
  /** A sheet that cannot be told or read. */
  SHEET(
      "INGEST-SHEET",
      "the spreadsheet has no sheet that can be read",
      "name one sheet after the table, or send one sheet only"),
  /** JSON text that is not an array of objects. */
  JSON(
      "INGEST-JSON",
      "the file is not a whole JSON array of flat objects",
      "export it again; of several tables, give each array the name of its table"),
  /** A payload of DHIS2 that is none. */
  DHIS2(
      "INGEST-DHIS2",
      "the file is no payload of data values or analytics",
      "export dataValueSets as JSON or CSV, or analytics as JSON, again"),
  /** A Parquet file that cannot be read or has nested columns. */
  PARQUET(
      "INGEST-PARQUET",
      "the Parquet file cannot be read as flat columns",
      "write it again, with flat columns"),
  /** A control total that the file does not meet. */
  CONTROL_TOTAL(
      "INGEST-CONTROL-TOTAL",
      "the file does not agree with the control total beside it",
      "send the file again, whole, with its own control total"),
  /** A file that changed between two looks. */
  CHANGED(
      "INGEST-CHANGED",
      "the file changed while it was read",
      "wait until the file is complete, then run again");

  private final String id;
  private final String meaning;
  private final String mend;

  IngestRule(String id, String meaning, String mend) {
    this.id = id;
    this.meaning = meaning;
    this.mend = mend;
  }

  /** The stable id, as it stands in the quarantine and in accounting. */
  public String id() {
    return id;
  }

  /** What it means, in one line. */
  public String meaning() {
    return meaning;
  }

  /** How to mend it, in one line. */
  public String mend() {
    return mend;
  }
}
