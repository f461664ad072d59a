package org.tidemark.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.model.Refusal;
import org.tidemark.publish.Current;
import org.tidemark.publish.PublicationFolder;

/** What readers see before a run publishes. */
final class Shown {
  private final PublicationFolder folder;
  private final Optional<Current> current;

  private Shown(PublicationFolder folder, Optional<Current> current) {
    this.folder = folder;
    this.current = current;
  }

  /**
   * The current version of a folder, if it has one. A damaged one keeps nobody from publishing
   * again, but what it showed is not known then, and that is told.
   */
  static Shown in(PublicationFolder folder, Progress progress) {
    try {
      return new Shown(folder, folder.current());
    } catch (Refusal damaged) {
      if (damaged.kind() != Refusal.Kind.OPERATOR) {
        throw damaged;
      }
      progress.line(
          "warning",
          "the last publication is damaged: nothing is compared with it, nor hidden for what it"
              + " showed");
      return new Shown(folder, Optional.empty());
    }
  }

  /** The version that readers see; none where there is no such version. */
  Optional<String> version() {
    return current.map(now -> now.runId().toString());
  }

  /** The rows of a table, cell by cell; none where there is no such table or version. */
  List<Map<String, String>> rows(String table) {
    return current.map(now -> folder.rows(now.runId(), table)).orElse(List.of());
  }
}
