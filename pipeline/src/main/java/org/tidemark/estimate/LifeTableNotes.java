package org.tidemark.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.catalogue.Analyses;
import org.tidemark.tally.LifeTables;

/**
 * What the notes of survival say of the life tables: of figures that rest on one, and no others.
 *
 * @param byArea area → words; empty for the table of all areas without one of their own
 * @param all the words of all tables together
 */
record LifeTableNotes(Map<String, String> byArea, String all) implements Serializable {
  /** No tables, or nothing assumed. */
  static final LifeTableNotes NONE = new LifeTableNotes(Map.of(), "");

  private static final String ANY_AREA = "";
  private static final List<String> WITHOUT_TABLE =
      List.of("kaplan-meier", "cause-specific", "aalen-johansen");

  /** Copies the map. */
  LifeTableNotes {
    byArea = Map.copyOf(byArea);
  }

  static LifeTableNotes of(LifeTables tables) {
    Map<String, String> byArea = new TreeMap<>();
    tables.areas().forEach(area -> byArea.put(area, tables.note(area)));
    return new LifeTableNotes(byArea, tables.note());
  }

  /**
   * The words of one stratum.
   *
   * @param area empty where it is all areas
   */
  String of(Analyses.Survival analysis, String area) {
    if (WITHOUT_TABLE.contains(analysis.method())) {
      return "";
    }
    return area.isEmpty() ? all : byArea.getOrDefault(area, byArea.getOrDefault(ANY_AREA, ""));
  }
}
