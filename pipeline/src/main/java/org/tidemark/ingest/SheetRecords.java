package org.tidemark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The records of a sheet; a record's number is the row number that the sender sees. */
final class SheetRecords implements Iterator<RawRecord> {
  private final SheetRows rows;
  private final SurveyedFile file;
  private boolean ahead;

  private SheetRecords(SheetRows rows, SurveyedFile file) {
    this.rows = rows;
    this.file = file;
  }

  static SheetRecords of(SheetRows rows, SurveyedFile file) {
    return new SheetRecords(rows, file);
  }

  @Override
  public boolean hasNext() {
    try {
      ahead = ahead || rows.next();
      return ahead;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ahead = false;
    Alignment alignment = file.alignment();
    IngestRule fault = fault();
    return new RawRecord(
        file.source(),
        file.name(),
        rows.number(),
        fault == null ? alignment.align(rows.cells(alignment.width())) : alignment.none(),
        fault == null ? null : fault.id(),
        RawText.ofText(String.join("\t", rows.cells(rows.width()))));
  }

  private IngestRule fault() {
    if (rows.broken()) {
      return IngestRule.VALUE;
    }
    return rows.width() > file.alignment().width() ? IngestRule.FIELDS : null;
  }
}
