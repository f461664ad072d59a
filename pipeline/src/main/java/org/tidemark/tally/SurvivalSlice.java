package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Analyses;
import org.tidemark.derive.SurvivalExclusion;

/**
 * What is tallied of each person once for all analyses of one window of observation that leave out
 * the same persons.
 *
 * @param window the days observed
 * @param exclude labels of {@link SurvivalExclusion} that leave a person out besides the usual
 * @param expected whether the expected survival of everybody is tallied too
 * @param breaks kinds of intervals of follow-up besides days
 */
record SurvivalSlice(
    ObservationWindow window, List<String> exclude, boolean expected, List<String> breaks)
    implements Serializable {
  private static final List<String> WITH_EXPECTED = List.of("ederer-1", "hakulinen", "expected");

  /** The slices of all analyses, each window once. */
  static List<SurvivalSlice> of(List<Analyses.Survival> analyses, int closing) {
    List<SurvivalSlice> slices = new ArrayList<>();
    for (Analyses.Survival analysis : analyses) {
      int at = index(slices, analysis, closing);
      SurvivalSlice before = at < 0 ? empty(analysis, closing) : slices.remove(at);
      slices.add(at < 0 ? slices.size() : at, before.with(analysis));
    }
    return List.copyOf(slices);
  }

  /** The place of an analysis' slice. */
  static int index(List<SurvivalSlice> slices, Analyses.Survival analysis, int closing) {
    SurvivalSlice own = empty(analysis, closing);
    for (int i = 0; i < slices.size(); i++) {
      if (slices.get(i).window.equals(own.window) && slices.get(i).exclude.equals(own.exclude)) {
        return i;
      }
    }
    return -1;
  }

  private static SurvivalSlice empty(Analyses.Survival analysis, int closing) {
    return new SurvivalSlice(
        ObservationWindow.of(analysis, closing), analysis.design().exclude(), false, List.of());
  }

  /** Why a person with these flags does not enter, if it does not. */
  Optional<SurvivalExclusion> excludes(String flags) {
    return flags.isEmpty()
        ? Optional.empty()
        : exclude.stream()
            .filter(label -> flags.contains(" " + label + " "))
            .map(SurvivalExclusion::labelled)
            .min(Comparator.naturalOrder());
  }

  private SurvivalSlice with(Analyses.Survival analysis) {
    List<String> kinds = new ArrayList<>(breaks);
    String kind = analysis.design().breaks();
    if (analysis.design().byIntervals() && !kinds.contains(kind)) {
      kinds.add(kind);
    }
    return new SurvivalSlice(
        window, exclude, expected || WITH_EXPECTED.contains(analysis.method()), List.copyOf(kinds));
  }
}
