package org.tidemark.publish;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.model.Refusal;

/**
 * An OS lock on a folder, held through its file {@code .lock}: it dies with its process, so that a
 * killed run leaves none behind. The file stays; what it says is for the message only.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = ".lock";

  /** Locked past the text, so that the text can be read where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * What this process holds. POSIX gives up a process's lock as soon as the process closes any
   * channel on the file, so a file that is held here must not even be opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FolderLock take(URI folder) throws IOException {
    return take(Path.of(folder));
  }

  /**
   * Takes the lock of a folder, which is made if absent.
   *
   * @throws Refusal of kind LOCKED if another run holds it
   */
  static FolderLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.toRealPath().resolve(FILE);
    if (!HELD.add(file)) {
      throw held(folder, "this process");
    }
    try {
      FolderLock lock = open(folder, file);
      lock.say("");
      return lock;
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  /** Writes who holds the lock, and what for. */
  void say(String purpose) throws IOException {
    String line = purpose + "process " + ManagementFactory.getRuntimeMXBean().getName() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }

  private static FolderLock open(Path folder, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw held(folder, holder(channel));
      }
      return new FolderLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(512);
    channel.read(text, 0);
    String line = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    return line.isEmpty() ? "another process" : line;
  }

  private static Refusal held(Path folder, String holder) {
    return Refusal.locked(
        folder.toString(),
        "another run is writing here (" + holder + ")",
        "wait until it ends, or publish into another folder");
  }
}
