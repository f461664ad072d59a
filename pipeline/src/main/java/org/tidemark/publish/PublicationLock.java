package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/** The right of one run to publish into a folder, from before it reads until it ends. */
public final class PublicationLock implements AutoCloseable {
  private final PublicationFolder folder;
  private final Disk disk;
  private final FolderLock lock;
  private final Optional<byte[]> startedFrom;

  private PublicationLock(
      PublicationFolder folder, Disk disk, FolderLock lock, Optional<byte[]> startedFrom) {
    this.folder = folder;
    this.disk = disk;
    this.lock = lock;
    this.startedFrom = startedFrom;
  }

  static PublicationLock of(PublicationFolder folder, Disk disk, FolderLock lock) {
    return new PublicationLock(folder, disk, lock, folder.pointer());
  }

  /**
   * Begins a version. What a killed run of that name left is removed; a whole version of that name
   * is kept as it is and made current.
   *
   * @return empty if there is nothing to do: the version is whole, verified and current
   * @throws Refusal if the version was published and is damaged now
   */
  public Optional<Publication> begin(RunId runId, PublishListener listener) {
    requireNonNull(listener, "listener");
    Path run = folder.runFolder(runId);
    Attempt.writing(run, () -> lock.say("run " + runId + ", "));
    Commit commit = new Commit(folder, disk, startedFrom, listener);
    Optional<byte[]> manifest = folder.read(new Path(run, Manifest.FILE));
    if (manifest.isPresent()) {
      requireWhole(runId);
      commit.point(new Current(runId, Hashes.hex(manifest.get())));
      return Optional.empty();
    }
    Attempt.writing(
        run,
        () -> {
          folder.files().delete(run, true);
          folder.files().mkdirs(run);
        });
    listener.reached(Phase.START, "");
    return Optional.of(Publication.of(folder, runId, commit, listener));
  }

  /**
   * Removes the folders of runs that were killed before they were whole: no reader ever saw them.
   *
   * @return their names
   */
  public List<String> removeLeftovers() {
    List<String> left = folder.leftovers();
    for (String name : left) {
      Path run = folder.runFolder(RunId.parse(name));
      Attempt.writing(run, () -> folder.files().delete(run, true));
    }
    return left;
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    Attempt.writing(folder, lock::close);
  }

  private void requireWhole(RunId runId) {
    List<Verification.Finding> findings = Verification.of(folder, runId).findings();
    if (!findings.isEmpty()) {
      throw Refusal.operator(
          folder.runFolder(runId).toString(),
          "this version was published and is damaged: " + findings.get(0),
          "move the folder away and run again, or bring it back from a copy");
    }
  }
}
