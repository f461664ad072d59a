package org.tidemark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The records of a delimited slice, each good or refused on its own account. */
final class CsvRecords implements Iterator<RawRecord> {
  private final CsvBlocks blocks;
  private final CsvCells cells;
  private final Charset charset;
  private final SurveyedFile file;
  private long number;
  private CsvBlock block;
  private int record;

  private CsvRecords(
      CsvBlocks blocks, CsvCells cells, Charset charset, SurveyedFile file, long number) {
    this.blocks = blocks;
    this.cells = cells;
    this.charset = charset;
    this.file = file;
    this.number = number;
  }

  static CsvRecords of(
      CsvBlocks blocks, CsvCells cells, Charset charset, SurveyedFile file, Slice slice) {
    return new CsvRecords(blocks, cells, charset, file, slice.firstRecord());
  }

  @Override
  public boolean hasNext() {
    try {
      while (block == null || record == block.count()) {
        block = blocks.next();
        record = 0;
        if (block == null) {
          return false;
        }
        cells.load(block);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return read(record++, number++);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RawRecord read(int index, long place) throws IOException {
    IngestRule fault = cells.fault(index);
    String[] found = fault == null ? cells.cells(index) : null;
    if (fault == null) {
      fault = faultOf(found);
    }
    Alignment alignment = file.alignment();
    return new RawRecord(
        file.source(),
        file.name(),
        place,
        fault == null ? alignment.align(found) : alignment.none(),
        fault == null ? null : fault.id(),
        RawText.ofBytes(
            block.bytes(), block.start(index), block.end(index), charset, cells.plain(index)));
  }

  private IngestRule faultOf(String[] found) {
    if (found == null) {
      return IngestRule.QUOTE;
    }
    if (found.length != file.alignment().width()) {
      return IngestRule.FIELDS;
    }
    return file.alignment().isHeader(found) ? IngestRule.REPEATED_HEADER : null;
  }
}
