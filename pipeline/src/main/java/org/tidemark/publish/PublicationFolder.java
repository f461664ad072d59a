package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/**
 * A folder that versions are published into. Readers follow {@code CURRENT} to {@code
 * runs/<run-id>/}: at every instant it names a whole version, and no version is removed by
 * publishing another.
 */
public final class PublicationFolder {
  static final String RUNS = "runs";

  private final FileSystem files;
  private final Path root;

  private PublicationFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * The folder at that place; nothing is made yet.
   *
   * @param location an absolute URI, local or hdfs://
   * @param conf the settings of Hadoop's file systems
   */
  public static PublicationFolder of(URI location, Configuration conf) {
    requireNonNull(location, "location");
    Path path = new Path(location);
    FileSystem found = Attempt.reading(path, () -> path.getFileSystem(conf));
    // Its checksums would leave .crc files in the publication; the manifest has better ones.
    FileSystem files = found instanceof LocalFileSystem local ? local.getRaw() : found;
    return new PublicationFolder(files, files.makeQualified(path));
  }

  /**
   * What readers see now: empty before the first publication.
   *
   * @throws Refusal if {@code CURRENT} is not a pointer to a manifest with its hash
   */
  public Optional<Current> current() {
    Optional<byte[]> line = pointer();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    Path file = new Path(root, Current.FILE);
    Current current =
        Current.parse(line.get())
            .orElseThrow(() -> damaged(file, "is not one line of a run id and a hash"));
    Path manifest = new Path(runFolder(current.runId()), Manifest.FILE);
    byte[] bytes =
        read(manifest).orElseThrow(() -> damaged(file, "names a version without a manifest"));
    if (!Hashes.hex(bytes).equals(current.manifestSha256())) {
      throw damaged(manifest, "is not the manifest that CURRENT names");
    }
    return Optional.of(current);
  }

  /** The manifest of a version. */
  public Manifest manifest(RunId runId) {
    Path file = new Path(runFolder(runId), Manifest.FILE);
    return Attempt.reading(
        file, () -> ManifestJson.parse(read(file).orElseThrow(FileNotFoundException::new)));
  }

  /**
   * The rows of a table of a version, cell by cell; none where it has no such table.
   *
   * @param table a table's name
   */
  public List<Map<String, String>> rows(RunId runId, String table) {
    Path file = new Path(runFolder(runId), "tables/" + table + ".csv");
    return Attempt.reading(file, () -> files.exists(file) ? CsvTwin.read(files, file) : List.of());
  }

  /** Where a version lies. */
  public URI location(RunId runId) {
    return runFolder(runId).toUri();
  }

  /**
   * Folders of runs that were killed before they were whole; the next run of that name removes its
   * own.
   */
  public List<String> leftovers() {
    return Attempt.reading(
        root,
        () -> {
          Path runs = new Path(root, RUNS);
          List<String> found = new ArrayList<>();
          if (files.exists(runs)) {
            for (FileStatus run : files.listStatus(runs)) {
              boolean ours = RunId.names(run.getPath().getName());
              if (ours && !files.exists(new Path(run.getPath(), Manifest.FILE))) {
                found.add(run.getPath().getName());
              }
            }
          }
          return found.stream().sorted().toList();
        });
  }

  /**
   * Takes the folder for one run; close the lock when the run ends.
   *
   * @throws Refusal of kind LOCKED if another run holds it; of kind OPERATOR if the folder is not
   *     on a local disk, where a rename may not be atomic
   */
  public PublicationLock lock() {
    URI place = root.toUri();
    if (!"file".equals(place.getScheme())) {
      throw Refusal.operator(
          root.toString(),
          "publishing is not supported here: only local disks are tested to rename atomically",
          "publish into a local folder and copy runs/ first, CURRENT last");
    }
    return lock(LocalDisk.of(place));
  }

  PublicationLock lock(Disk disk) {
    FolderLock lock = Attempt.writing(root, () -> FolderLock.take(root.toUri()));
    try {
      return PublicationLock.of(this, disk, lock);
    } catch (RuntimeException e) {
      Attempt.writing(root, lock::close);
      throw e;
    }
  }

  /** The bytes of {@code CURRENT}, whatever they are. */
  Optional<byte[]> pointer() {
    return read(new Path(root, Current.FILE));
  }

  /** A file's bytes; empty if there is none. */
  Optional<byte[]> read(Path file) {
    return Attempt.reading(
        file,
        () -> {
          try (InputStream in = files.open(file)) {
            return Optional.of(in.readAllBytes());
          } catch (FileNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  FileSystem files() {
    return files;
  }

  Path runFolder(RunId runId) {
    return new Path(new Path(root, RUNS), runId.toString());
  }

  @Override
  public String toString() {
    return root.toString();
  }

  /** Whether both pointers are absent or the same bytes. */
  static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }

  private static Refusal damaged(Path where, String what) {
    return Refusal.operator(
        where.toString(), what, "bring the publication back from a copy, or publish again");
  }
}
