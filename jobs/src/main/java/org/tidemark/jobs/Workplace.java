package org.tidemark.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only its owner can read and that is gone when the command ends. */
final class Workplace implements AutoCloseable {
  private final Path folder;

  private Workplace(Path folder) {
    this.folder = folder;
  }

  static Workplace temporary() {
    try {
      return new Workplace(
          Files.createTempDirectory(
              "tidemark-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI location() {
    return folder.toUri();
  }

  @Override
  public void close() {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
