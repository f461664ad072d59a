package org.tidemark.publish;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.Syncable;

/** A file being written on a disk whose n-th call fails. */
final class FaultyOutput extends OutputStream implements Syncable, StreamCapabilities {
  private final FSDataOutputStream out;

  FaultyOutput(FSDataOutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    FaultyFileSystem.count();
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    FaultyFileSystem.count();
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public boolean hasCapability(String capability) {
    return out.hasCapability(capability);
  }

  @Override
  public void hflush() throws IOException {
    FaultyFileSystem.count();
    out.hflush();
  }

  @Override
  public void hsync() throws IOException {
    FaultyFileSystem.count();
    out.hsync();
  }

  @Override
  public void close() throws IOException {
    try {
      FaultyFileSystem.count();
    } finally {
      out.close();
    }
  }
}
