package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.tidemark.model.Refusal;

/**
 * The folder for patient-level data, {@code PRIVATE/<run-id>/}: readable by its owner alone, and
 * never inside the publication. A run works in {@code PRIVATE/.working} and gives it the run's name
 * once that is known.
 */
public final class PrivateFolder implements AutoCloseable {
  /** The file of refused records, with the rule and the text as it was sent. */
  public static final String QUARANTINE = "quarantine.csv";

  /** The file of findings that a registrar goes through. */
  public static final String WORK_LIST = "worklist.csv";

  /** The file of what became of each correction. */
  public static final String CORRECTIONS = "corrections.csv";

  /** The file of decisions that no longer apply. */
  public static final String DECISIONS = "decisions.csv";

  /** The file of the published rows whose counts are hidden, with the reason. */
  public static final String DISCLOSURE = "disclosure.csv";

  /** What people read, also where nothing was published. */
  static final List<String> LISTS = List.of(QUARANTINE, WORK_LIST, CORRECTIONS, DECISIONS);

  /** Where a run that ends without a version leaves its lists. */
  static final String UNPUBLISHED = "unpublished";

  /** Where a run works. */
  static final String WORKING = ".working";

  /** How the name of a folder begins that is being replaced. */
  static final String REPLACED = ".replaced-";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path root;
  private final FolderLock lock;

  private PrivateFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Where private data lie if the operator names no place: {@code DIR-private} beside DIR. */
  public static URI beside(URI publication) {
    Path folder = Path.of(publication).toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + "-private").toUri();
  }

  /**
   * Takes the folder for one run, with an empty place to work in; close it when the run ends.
   *
   * @param root PRIVATE, a local folder
   * @param publication DIR
   * @throws Refusal if PRIVATE lies inside DIR, or if another run works in it
   */
  public static PrivateFolder open(URI root, URI publication) {
    requireLocal(root);
    requireLocal(publication);
    Path folder = Path.of(root);
    return Attempt.writing(
        folder,
        () -> {
          if (real(folder).startsWith(real(Path.of(publication)))) {
            throw Refusal.operator(
                folder.toString(),
                "the private folder lies inside the publication, where readers find it",
                "name a place outside it with --private");
          }
          makePrivate(folder);
          PrivateFolder opened = new PrivateFolder(folder, FolderLock.take(folder));
          opened.prepare();
          return opened;
        });
  }

  /** Where the run writes: empty at first. */
  public URI working() {
    return workingFolder().toUri();
  }

  /**
   * Gives what was written the run's name, in the place of what an earlier run of that name kept.
   */
  public URI keep(RunId runId) {
    requireNonNull(runId, "runId");
    Path kept = root.resolve(runId.toString());
    Attempt.writing(
        kept,
        () -> {
          Path replaced = root.resolve(REPLACED + runId);
          if (Files.exists(kept)) {
            Files.move(kept, replaced, StandardCopyOption.ATOMIC_MOVE);
          }
          Files.move(workingFolder(), kept, StandardCopyOption.ATOMIC_MOVE);
          clear(replaced);
        });
    return kept.toUri();
  }

  /** Where the lists that were written so far will lie if no version comes of the run. */
  public List<URI> left() {
    return LISTS.stream()
        .filter(file -> Files.exists(workingFolder().resolve(file)))
        .map(file -> root.resolve(UNPUBLISHED).resolve(file).toUri())
        .toList();
  }

  /**
   * Removes the lists of an earlier run that published nothing: this one has its own by now, and of
   * two runs together they would say what is true of neither.
   */
  public void supersede() {
    Attempt.writing(
        root,
        () -> {
          for (String file : LISTS) {
            Files.deleteIfExists(root.resolve(UNPUBLISHED).resolve(file));
          }
        });
  }

  /** Removes what was not kept but the files that people read, and lets others work here. */
  @Override
  public void close() {
    Attempt.writing(
        root,
        () -> {
          try (lock) {
            for (String file : LISTS) {
              leave(file);
            }
            clear(workingFolder());
          }
        });
  }

  /** Puts a file aside that people read, also where nothing was published. */
  private void leave(String file) throws IOException {
    Path written = workingFolder().resolve(file);
    if (Files.exists(written)) {
      makePrivate(root.resolve(UNPUBLISHED));
      Files.move(written, root.resolve(UNPUBLISHED).resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Clears what a killed run left; what it had half replaced is as it was. */
  private void prepare() throws IOException {
    try {
      clear(workingFolder());
      try (var left = Files.newDirectoryStream(root, REPLACED + "*")) {
        for (Path replaced : left) {
          Path kept = root.resolve(replaced.getFileName().toString().substring(REPLACED.length()));
          if (Files.exists(kept)) {
            clear(replaced);
          } else {
            Files.move(replaced, kept, StandardCopyOption.ATOMIC_MOVE);
          }
        }
      }
      makePrivate(workingFolder());
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Path workingFolder() {
    return root.resolve(WORKING);
  }

  private static void requireLocal(URI place) {
    if (!"file".equals(place.getScheme())) {
      throw Refusal.operator(
          place.toString(),
          "private data are kept on local disks only, where their mode is known to hold",
          "name a local folder with --private");
    }
  }

  /** A folder that is there already keeps its mode: each run's own folder is closed in any case. */
  private static void makePrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
  }

  /** The path with every link that exists already resolved. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.exists(absolute) || parent == null) {
      return absolute.toRealPath();
    }
    return real(parent).resolve(absolute.getFileName());
  }

  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Removal());
    }
  }

  /** Removes a tree; links are removed, not followed. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
      if (fault != null) {
        throw fault;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
