package org.tidemark.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Gathers the blocks of a file into slices, and counts. */
final class SliceCuts {
  private final long sliceBytes;
  private final CRC32C checksum = new CRC32C();
  private final List<Slice> slices = new ArrayList<>();
  private long start = -1;
  private long end;
  private long before;
  private long records;

  private SliceCuts(long sliceBytes) {
    this.sliceBytes = sliceBytes;
  }

  static SliceCuts of(long sliceBytes) {
    return new SliceCuts(sliceBytes);
  }

  /** Adds a block from {@code from} on; a new slice begins there when the last one is full. */
  void add(CsvBlock block, int from, int count) {
    long at = block.offset() + from;
    if (start < 0) {
      start = at;
    } else if (at - start >= sliceBytes && !block.skipsFirst()) {
      close();
      start = at;
    }
    checksum.update(block.bytes(), from, block.consumed() - from);
    end = block.offset() + block.consumed();
    records += count;
  }

  long records() {
    return records;
  }

  /** All slices; those without a record are left out. */
  List<Slice> slices() {
    close();
    return List.copyOf(slices);
  }

  private void close() {
    if (records > before) {
      slices.add(new Slice(start, end, before + 1, records - before, checksum.getValue()));
    }
    before = records;
    checksum.reset();
  }
}
