package org.tidemark.publish;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system, whose n-th call fails; Hadoop makes it, so the count is in its settings.
 */
public final class FaultyFileSystem extends FilterFileSystem {
  /** Counts the calls down; the one that finds 1 fails. */
  static final AtomicInteger CALLS_LEFT = new AtomicInteger(Integer.MAX_VALUE);

  /** Made by Hadoop, which asks for a public constructor without arguments. */
  public FaultyFileSystem() {
    super(new RawLocalFileSystem());
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    count();
    return super.open(file, bufferSize);
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    count();
    return new FSDataOutputStream(
        new FaultyOutput(
            super.create(
                file, permission, overwrite, bufferSize, replication, blockSize, progress)),
        null);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    count();
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path file, boolean recursive) throws IOException {
    count();
    return super.delete(file, recursive);
  }

  @Override
  public boolean mkdirs(Path folder, FsPermission permission) throws IOException {
    count();
    return super.mkdirs(folder, permission);
  }

  @Override
  public FileStatus getFileStatus(Path file) throws IOException {
    count();
    return super.getFileStatus(file);
  }

  static void count() throws IOException {
    if (CALLS_LEFT.getAndDecrement() == 1) {
      throw new IOException("injected");
    }
  }
}
