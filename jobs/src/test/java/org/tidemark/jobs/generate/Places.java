package org.tidemark.jobs.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the tests find the project's folders and the reference files beside the project. */
final class Places {
  private Places() {}

  /** The project's root: the nearest folder upwards that holds {@code sample-data}. */
  static Path project() {
    return upwards()
        .filter(folder -> Files.isDirectory(folder.resolve("sample-data")))
        .findFirst()
        .orElseThrow();
  }

  /** The folder {@code shared} beside the project or beside a folder above it. */
  static Optional<Path> shared() {
    return upwards().map(folder -> folder.resolve("shared")).filter(Files::isDirectory).findFirst();
  }

  private static Stream<Path> upwards() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent);
  }
}
