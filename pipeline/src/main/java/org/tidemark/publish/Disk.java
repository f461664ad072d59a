package org.tidemark.publish;

import java.io.IOException;

/**
 * The few calls that make a version current. Hadoop's file systems promise less: its local rename
 * moves the {@code .crc} beside a file separately. Names are relative to the publication folder.
 */
interface Disk {
  /** Writes a small file; it is on the disk when this returns. */
  void write(String name, byte[] bytes) throws IOException;

  /** Renames a file over another in one step: readers see the one or the other. */
  void replace(String from, String to) throws IOException;

  /** Puts a folder's entries on the disk. */
  void syncFolder(String name) throws IOException;

  /** Removes a file if it is there. */
  void delete(String name) throws IOException;
}
