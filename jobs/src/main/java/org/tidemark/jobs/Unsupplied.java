package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.catalogue.Programme;

/**
 * What analyses of a programme need and no source of it supplies: their figures will be missing,
 * which is better known before a run than from an empty table.
 *
 * @param keys of what is said of each
 */
record Unsupplied(List<String> keys) {
  /** Methods that need nothing but the follow-up itself. */
  private static final Set<String> WITHOUT_LIFE_TABLE =
      Set.of("kaplan-meier", "cause-specific", "aalen-johansen");

  /** Copies the list. */
  Unsupplied {
    keys = List.copyOf(keys);
  }

  /** That of a programme. */
  static Unsupplied of(Programme programme) {
    List<String> keys = new ArrayList<>();
    Coverage coverage = Coverage.of(programme);
    boolean ofPopulation = coverage.isPopulation() || !coverage.isNone();
    if (ofPopulation && RateFigures.asked(programme) && lacks(programme, "population")) {
      keys.add("no-population");
    }
    boolean expected =
        programme.analyses().survival().stream()
            .anyMatch(s -> !WITHOUT_LIFE_TABLE.contains(s.method()));
    if (expected && lacks(programme, "life_table")) {
      keys.add("no-life-table");
    }
    return new Unsupplied(keys);
  }

  private static boolean lacks(Programme programme, String table) {
    return programme.sources().stream().noneMatch(s -> s.table().equals(table));
  }

  /** The same in words. */
  List<String> told(CheckWords words) {
    return keys.stream().map(words::say).toList();
  }
}
