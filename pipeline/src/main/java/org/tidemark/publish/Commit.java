package org.tidemark.publish;

import java.util.Optional;
import org.tidemark.model.Refusal;

/**
 * The one step that readers see: {@code CURRENT} replaced by a rename.
 *
 * @param folder the publication
 * @param disk what it lies on
 * @param startedFrom the bytes of {@code CURRENT} when the run took the lock
 * @param listener told of the steps
 */
record Commit(
    PublicationFolder folder, Disk disk, Optional<byte[]> startedFrom, PublishListener listener) {
  private static final String TEMPORARY = Current.FILE + ".tmp";

  /** Makes a version current, unless it is already. */
  void point(Current version) {
    Optional<byte[]> now = folder.pointer();
    if (!PublicationFolder.same(now, startedFrom)) {
      throw Refusal.machine(
          folder.toString(),
          "CURRENT was replaced while this run held the lock",
          "see that no other machine publishes here, then run again",
          null);
    }
    if (!PublicationFolder.same(now, Optional.of(version.bytes()))) {
      Attempt.writing(folder, () -> disk.write(TEMPORARY, version.bytes()));
      listener.reached(Phase.BEFORE_RENAME, "");
      Attempt.writing(folder, () -> disk.replace(TEMPORARY, Current.FILE));
      listener.reached(Phase.AFTER_RENAME, "");
    }
    Attempt.writing(folder, () -> disk.syncFolder(""));
    listener.reached(Phase.CLEAN_UP, "");
    Attempt.writing(folder, () -> disk.delete(TEMPORARY));
  }
}
