package org.tidemark.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Files of the folder {@code shared} that stands beside the project; tests skip without it. */
final class SharedFolder {
  private SharedFolder() {}

  /** The text of a file, or the test is skipped. */
  static String text(String name) {
    Optional<Path> file = find(name);
    Assumptions.assumeTrue(file.isPresent(), () -> "no shared/" + name + " beside the project");
    try {
      return Files.readString(file.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared").resolve(name);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
