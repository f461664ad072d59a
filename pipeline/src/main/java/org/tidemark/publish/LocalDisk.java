package org.tidemark.publish;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The local committer: atomic moves, files and folders forced to the disk. */
final class LocalDisk implements Disk {
  private final Path folder;

  private LocalDisk(Path folder) {
    this.folder = folder;
  }

  static LocalDisk of(URI folder) {
    return new LocalDisk(Path.of(folder));
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
  }

  @Override
  public void replace(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void syncFolder(String name) throws IOException {
    try (FileChannel entries = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }
}
