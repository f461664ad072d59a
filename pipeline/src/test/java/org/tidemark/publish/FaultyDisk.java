package org.tidemark.publish;

import java.io.IOException;
import java.util.Arrays;

/**
 * A committer whose calls fail as {@link FaultyFileSystem} counts them.
 *
 * @param disk the sound one
 */
record FaultyDisk(Disk disk) implements Disk {
  static FaultyDisk over(Disk disk) {
    return new FaultyDisk(disk);
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    disk.write(name, Arrays.copyOf(bytes, bytes.length / 2));
    FaultyFileSystem.count();
    disk.write(name, bytes);
  }

  @Override
  public void replace(String from, String to) throws IOException {
    FaultyFileSystem.count();
    disk.replace(from, to);
  }

  @Override
  public void syncFolder(String name) throws IOException {
    FaultyFileSystem.count();
    disk.syncFolder(name);
  }

  @Override
  public void delete(String name) throws IOException {
    FaultyFileSystem.count();
    disk.delete(name);
  }
}
