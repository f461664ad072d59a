package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Analyses;

/**
 * What is tallied of each person once for all analyses of one window of observation.
 *
 * @param window the days observed
 * @param expected whether the expected survival of everybody is tallied too
 * @param breaks kinds of intervals of follow-up besides days
 */
record SurvivalSlice(ObservationWindow window, boolean expected, List<String> breaks)
    implements Serializable {
  private static final List<String> WITH_EXPECTED = List.of("ederer-1", "hakulinen", "expected");

  /** The slices of all analyses, each window once. */
  static List<SurvivalSlice> of(List<Analyses.Survival> analyses, int closing) {
    List<SurvivalSlice> slices = new ArrayList<>();
    for (Analyses.Survival analysis : analyses) {
      ObservationWindow window = ObservationWindow.of(analysis, closing);
      int at = index(slices, window);
      SurvivalSlice before =
          at < 0 ? new SurvivalSlice(window, false, List.of()) : slices.remove(at);
      slices.add(at < 0 ? slices.size() : at, before.with(analysis));
    }
    return List.copyOf(slices);
  }

  /** The place of an analysis' slice. */
  static int index(List<SurvivalSlice> slices, ObservationWindow window) {
    for (int i = 0; i < slices.size(); i++) {
      if (slices.get(i).window.equals(window)) {
        return i;
      }
    }
    return -1;
  }

  private SurvivalSlice with(Analyses.Survival analysis) {
    List<String> kinds = new ArrayList<>(breaks);
    String kind = analysis.design().breaks();
    if (analysis.design().byIntervals() && !kinds.contains(kind)) {
      kinds.add(kind);
    }
    return new SurvivalSlice(
        window, expected || WITH_EXPECTED.contains(analysis.method()), List.copyOf(kinds));
  }
}
