package org.tidemark.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The current version of a folder, if it has one. */
  static Shown in(PublicationFolder folder) {
    return new Shown(folder, folder.current());
  }

  /** The rows of a table, cell by cell; none where there is no such table or version. */
  List<Map<String, String>> rows(String table) {
    return current.map(now -> folder.rows(now.runId(), table)).orElse(List.of());
  }
}
