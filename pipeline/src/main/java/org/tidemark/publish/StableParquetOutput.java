package org.tidemark.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file being written, whose footer lists encodings in one order. Parquet's writer lists
 * them in the order of a hash set, which differs from one process to the next. So the last row
 * group and the footer are held in memory until the file is closed, and the lists are sorted.
 */
final class StableParquetOutput extends PositionOutputStream {
  /** The footer's length and the magic number. */
  private static final int END_BYTES = 8;

  private final HashedOutput out;
  private final AtomicReference<ByteArrayOutputStream> held;

  private StableParquetOutput(HashedOutput out) {
    this.out = out;
    this.held = new AtomicReference<>();
  }

  static StableParquetOutput over(HashedOutput out) {
    return new StableParquetOutput(out);
  }

  /**
   * From now on, keeps what is written until {@link #close}; at most a row group and the footer.
   */
  void hold() {
    held.compareAndSet(null, new ByteArrayOutputStream());
  }

  @Override
  public long getPos() {
    ByteArrayOutputStream tail = held.get();
    return out.getPos() + (tail == null ? 0 : tail.size());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteArrayOutputStream tail = held.get();
    if (tail == null) {
      out.write(bytes, offset, length);
    } else {
      tail.write(bytes, offset, length);
    }
  }

  @Override
  public void close() throws IOException {
    ByteArrayOutputStream tail = held.getAndSet(null);
    try (out) {
      if (tail != null) {
        writeSorted(tail.toByteArray());
      }
    }
  }

  /** An unfinished file has no footer; it is written as it is, and never published. */
  private void writeSorted(byte[] tail) throws IOException {
    int end = tail.length - END_BYTES;
    int footer =
        end < 0 ? -1 : end - ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    if (footer < 0) {
      out.write(tail);
      return;
    }
    ByteArrayOutputStream sorted = new ByteArrayOutputStream();
    Util.writeFileMetaData(
        sorted(Util.readFileMetaData(new ByteArrayInputStream(tail, footer, end - footer))),
        sorted);
    out.write(tail, 0, footer);
    out.write(sorted.toByteArray());
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(sorted.size()).array());
    out.write(tail, end + 4, 4);
  }

  private static FileMetaData sorted(FileMetaData footer) {
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        Collections.sort(column.getEncodings());
        if (column.isSetEncoding_stats()) {
          Collections.sort(column.getEncoding_stats());
        }
      }
    }
    return footer;
  }
}
