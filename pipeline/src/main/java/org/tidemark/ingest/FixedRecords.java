package org.tidemark.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.FixedColumn;

/** The lines of a slice in fixed columns, each good or refused on its own account. */
final class FixedRecords implements Iterator<RawRecord> {
  private final CsvBlocks blocks;
  private final FileLayout layout;
  private final Charset charset;
  private final CsvText text;
  private final SurveyedFile file;
  private long number;
  private CsvBlock block;
  private int record;

  private FixedRecords(
      CsvBlocks blocks, FileLayout layout, Charset charset, SurveyedFile file, long number) {
    this.blocks = blocks;
    this.layout = layout;
    this.charset = charset;
    this.text = CsvText.in(charset);
    this.file = file;
    this.number = number;
  }

  static FixedRecords of(
      CsvBlocks blocks, FileLayout layout, Charset charset, SurveyedFile file, Slice slice) {
    return new FixedRecords(blocks, layout, charset, file, slice.firstRecord());
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
    int index = record++;
    Alignment alignment = file.alignment();
    IngestRule fault = block.fault(index);
    String[] cells = null;
    if (fault == null) {
      text.clear();
      fault = text.append(block, index) ? null : IngestRule.ENCODING;
    }
    if (fault == null) {
      String line = new String(text.chars(), 0, text.length() - 1);
      fault = line.length() == layout.width() ? null : IngestRule.WIDTH;
      cells = fault == null ? cells(line) : null;
    }
    boolean ascii = Encoding.isAscii(block.bytes(), block.start(index), block.end(index));
    return new RawRecord(
        file.source(),
        file.name(),
        number++,
        fault == null ? alignment.align(cells) : alignment.none(),
        fault == null ? null : fault.id(),
        RawText.ofBytes(
            block.bytes(),
            block.start(index),
            block.end(index),
            charset,
            ascii && text.keepsAscii()));
  }

  private String[] cells(String line) {
    return layout.fixed().stream()
        .map((FixedColumn column) -> column.of(line))
        .toArray(String[]::new);
  }
}
