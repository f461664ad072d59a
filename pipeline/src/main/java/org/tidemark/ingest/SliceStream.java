package org.tidemark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** The bytes of one slice, compared with what the survey saw there. */
final class SliceStream extends InputStream {
  private final InputStream in;
  private final Slice slice;
  private final CRC32C checksum = new CRC32C();
  private long left;

  private SliceStream(InputStream in, Slice slice) {
    this.in = in;
    this.slice = slice;
    this.left = slice.end() - slice.start();
  }

  /** The slice of a stream that stands at the slice's first byte. */
  static SliceStream of(InputStream in, Slice slice) {
    return new SliceStream(in, slice);
  }

  /** Reads what is left and refuses the file if any byte of the slice is not what it was. */
  void verify() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    if (checksum.getValue() != slice.checksum()) {
      throw Unreadable.of(IngestRule.CHANGED);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = in.read(bytes, from, (int) Math.min(left, length));
    if (read < 0) {
      throw Unreadable.of(IngestRule.CHANGED);
    }
    left -= read;
    checksum.update(bytes, from, read);
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
