package org.tidemark.jobs.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/** A folder on any file system that Hadoop knows: local, hdfs or s3a. */
final class HadoopFolder implements Folder {
  private static final int BUFFER = 1 << 20;

  private final FileSystem files;
  private final Path root;

  private HadoopFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * An empty or absent folder.
   *
   * @throws Refusal if something is in it: what is there is the operator's
   */
  static HadoopFolder empty(String location) throws IOException {
    Path root = new Path(location);
    FileSystem files = FileSystem.newInstance(root.toUri(), new Configuration());
    // Files here are for senders and readers alike: no checksum files beside them.
    files.setWriteChecksum(false);
    if (files.exists(root)
        && (files.getFileStatus(root).isFile() || files.listStatus(root).length > 0)) {
      throw Refusal.operator(
          "--out", "the folder is not empty", "name a new folder, or empty that one first");
    }
    return new HadoopFolder(files, root);
  }

  @Override
  public OutputStream create(String path) throws IOException {
    return new BufferedOutputStream(files.create(new Path(root, path), false), BUFFER);
  }
}
