package org.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Reads a delimited file or a slice of it as blocks of whole records. */
final class CsvBlocks {
  private static final byte[] NOTHING = new byte[0];

  private final InputStream in;
  private final CsvCutter cutter;
  private final int blockBytes;
  private byte[] carried = NOTHING;
  private long offset;
  private boolean skipping;
  private boolean ended;

  private CsvBlocks(InputStream in, CsvCutter cutter, int blockBytes, long offset) {
    this.in = in;
    this.cutter = cutter;
    this.blockBytes = blockBytes;
    this.offset = offset;
  }

  /** Blocks of a stream whose first byte stands at {@code offset} of the file. */
  static CsvBlocks of(InputStream in, CsvCutter cutter, int blockBytes, long offset) {
    return new CsvBlocks(in, cutter, blockBytes, offset);
  }

  /** The next block, perhaps without any record; null at the end. */
  CsvBlock next() throws IOException {
    if (ended) {
      return null;
    }
    byte[] bytes = new byte[Math.max(blockBytes, carried.length * 2)];
    System.arraycopy(carried, 0, bytes, 0, carried.length);
    int filled =
        carried.length + in.readNBytes(bytes, carried.length, bytes.length - carried.length);
    ended = filled < bytes.length;
    CsvBlock block = cutter.cut(new CsvBlock(bytes, offset, skipping), filled, ended);
    carried = java.util.Arrays.copyOfRange(bytes, block.consumed(), filled);
    offset += block.consumed();
    skipping = block.skipsOn();
    return block;
  }
}
