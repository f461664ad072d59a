package org.tidemark.jobs;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, with modes set by this process. Without its native library Hadoop
 * starts a {@code chmod} for every file and folder it makes, some hundreds in a small run. Named in
 * {@code tidemark-hadoop.xml}, which {@link Tidemark} adds to Hadoop's settings.
 */
public final class LocalFiles extends LocalFileSystem {
  /** The file system; Hadoop makes it by name. */
  public LocalFiles() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    private static final boolean HAS_MODES =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    @Override
    public void setPermission(Path path, FsPermission mode) throws IOException {
      if (HAS_MODES) {
        Files.setPosixFilePermissions(pathToFile(path).toPath(), permissions(mode.toShort()));
      } else {
        super.setPermission(path, mode);
      }
    }

    /** The nine low bits of a mode, from owner-read down to others-execute. */
    private static Set<PosixFilePermission> permissions(int mode) {
      Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
      for (PosixFilePermission permission : PosixFilePermission.values()) {
        if ((mode >> (8 - permission.ordinal()) & 1) == 1) {
          set.add(permission);
        }
      }
      return set;
    }
  }
}
