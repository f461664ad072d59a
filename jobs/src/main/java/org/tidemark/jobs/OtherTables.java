package org.tidemark.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CrossCheck;

/**
 * Which checks against other tables can be asked: a table that was not sent, or of which a file
 * could not be read, says nothing of the rows of others. All tables are checked all the same.
 */
final class OtherTables {
  private OtherTables() {}

  /** The checks of a programme's tables, in the order of the catalogue. */
  static List<CrossCheck> asked(Sources sources, Catalogue catalogue) {
    Set<String> sent = new HashSet<>();
    Set<String> broken = new HashSet<>();
    for (Sources.Entry entry : sources.entries()) {
      sent.add(entry.table().name());
      if (!entry.survey().refused().isEmpty() || entry.survey().accepted().isEmpty()) {
        broken.add(entry.table().name());
      }
    }
    return catalogue.crossChecks().stream()
        .filter(c -> sent.contains(c.table()) && sent.contains(c.other()))
        .filter(c -> c.kind() != CrossCheck.Kind.SAME_NAME || named(sources, c.table()))
        .filter(c -> c.table().equals(c.other()) || !broken.contains(c.other()))
        .toList();
  }

  /** Whether a source says in which columns names stand. */
  private static boolean named(Sources sources, String table) {
    return sources.entries().stream().anyMatch(e -> e.table().name().equals(table) && names(e));
  }

  /** Whether this one does. */
  static boolean names(Sources.Entry entry) {
    return !entry.mapping().rules().names().isEmpty();
  }
}
