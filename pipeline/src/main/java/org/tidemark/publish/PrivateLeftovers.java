package org.tidemark.publish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a private folder and goes with no version of a publication: what a killed run was
 * working on, and the lists of the last run that published nothing. All of it is patient data.
 */
public final class PrivateLeftovers {
  private PrivateLeftovers() {}

  /**
   * Their names in the folder, in order; none where there is no such folder.
   *
   * @param root PRIVATE, a local folder
   */
  public static List<String> of(URI root) {
    Path folder = Path.of(root);
    return Attempt.writing(
        folder,
        () -> {
          List<String> left = new ArrayList<>(beginning(folder, PrivateFolder.WORKING));
          left.addAll(beginning(folder, PrivateFolder.REPLACED));
          for (String list : PrivateFolder.LISTS) {
            if (Files.exists(folder.resolve(PrivateFolder.UNPUBLISHED).resolve(list))) {
              left.add(PrivateFolder.UNPUBLISHED + "/" + list);
            }
          }
          return left;
        });
  }

  /** Removes them and says which; refused while a run works in the folder. */
  public static List<String> remove(URI root) {
    Path folder = Path.of(root);
    if (of(root).isEmpty()) {
      return List.of();
    }
    return Attempt.writing(
        folder,
        () -> {
          try (FolderLock lock = FolderLock.take(folder)) {
            List<String> left = of(root);
            for (String name : left) {
              PrivateFolder.clear(folder.resolve(name));
            }
            return left;
          }
        });
  }

  private static List<String> beginning(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(name))
          .sorted()
          .toList();
    }
  }
}
