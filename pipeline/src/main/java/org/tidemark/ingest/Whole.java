package org.tidemark.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32C;

/** A file that is read whole, as one slice: counts its bytes and takes their checksum. */
final class Whole extends FilterInputStream {
  private final CRC32C checksum = new CRC32C();
  private long bytes;

  private Whole(InputStream in) {
    super(in);
  }

  static Whole of(InputStream in) {
    return new Whole(in);
  }

  /** The outline of the file, when its records have been counted. */
  Outline outline(Alignment alignment, long records) throws IOException {
    transferTo(OutputStream.nullOutputStream());
    Slice all = new Slice(0, bytes, 1, records, checksum.getValue());
    return new Outline(alignment, records, records == 0 ? List.of() : List.of(all));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    if (read > 0) {
      bytes += read;
      checksum.update(into, from, read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
