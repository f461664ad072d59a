package org.tidemark.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hadoop.io.compress.DecompressorStream;
import org.apache.hadoop.io.compress.zlib.BuiltInGzipDecompressor;

/**
 * Inflates gzip, all members of it, and refuses what is damaged, cut short, or grows beyond the
 * limits. The JDK's own stream may end quietly between two members, so Hadoop's is used.
 */
final class GzipStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final Counted stored;
  private final IngestLimits limits;
  private long inflated;

  private GzipStream(Counted stored, IngestLimits limits) throws IOException {
    super(new DecompressorStream(stored, new BuiltInGzipDecompressor(), BUFFER));
    this.stored = stored;
    this.limits = limits;
  }

  /** Whether a file of that name is taken to be gzip. */
  static boolean named(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  static InputStream of(InputStream stored, IngestLimits limits) throws IOException {
    return new GzipStream(new Counted(stored), limits);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, from, length);
    } catch (IOException | RuntimeException e) {
      throw Unreadable.of(IngestRule.GZIP, "after " + inflated + " inflated bytes");
    }
    inflated += Math.max(read, 0);
    boolean steep =
        inflated > limits.inflationFloor() && inflated / limits.inflationRatio() > stored.count();
    if (steep || inflated > limits.inflatedBytes()) {
      throw Unreadable.of(IngestRule.INFLATION, "more than " + inflated + " bytes");
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    byte[] away = new byte[BUFFER];
    return Math.max(0, read(away, 0, (int) Math.min(wanted, BUFFER)));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Counts the bytes that were taken from the stored file. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
