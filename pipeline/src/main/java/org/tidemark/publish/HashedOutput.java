package org.tidemark.publish;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.io.PositionOutputStream;

/** A file being written: counts and hashes what passes, and is on the disk once closed. */
final class HashedOutput extends PositionOutputStream {
  private final String path;
  private final FSDataOutputStream out;
  private final MessageDigest digest;
  private final AtomicBoolean closed;

  private HashedOutput(String path, FSDataOutputStream out) {
    this.path = path;
    this.out = out;
    this.digest = Hashes.sha256();
    this.closed = new AtomicBoolean();
  }

  static HashedOutput over(String path, FSDataOutputStream out) {
    return new HashedOutput(path, out);
  }

  @Override
  public long getPos() {
    return out.getPos();
  }

  @Override
  public void write(int b) throws IOException {
    digest.update((byte) b);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      try (out) {
        out.flush();
        if (out.hasCapability(StreamCapabilities.HSYNC)) {
          out.hsync();
        }
      }
    }
  }

  /** What was written; call once, after closing. */
  PublishedFile file(OptionalLong rows) {
    if (!closed.get()) {
      throw new IllegalStateException(path + " is still open");
    }
    return new PublishedFile(path, out.getPos(), rows, HexFormat.of().formatHex(digest.digest()));
  }
}
