package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a block of analyses and fills in what it leaves to the standard. */
final class AnalysesReader {
  private static final List<Integer> YEARS = List.of(1, 3, 5);
  private static final List<String> OUTCOME = List.of("indicator", "method");

  private AnalysesReader() {}

  /**
   * The analyses of a block.
   *
   * @param grouping what an analysis uses that names no grouping
   */
  static Analyses of(Entry entry, String grouping) {
    return new Analyses(
        each(entry, "incidence", e -> incidence(e, grouping)),
        each(entry, "quality", e -> quality(e, grouping)),
        each(entry, "survival", e -> survival(e, grouping)),
        each(entry, "prevalence", e -> Prevalence.of(e, grouping)),
        each(entry, "indicators", AnalysesReader::indicators),
        each(entry, "evaluation", e -> evaluation(e, grouping)),
        RateAnalysesReader.of(entry, grouping, e -> incidence(e, grouping)));
  }

  private static <T> List<T> each(Entry entry, String key, Function<Entry, T> reading) {
    return entry.entries(key).stream().map(reading).toList();
  }

  private static Analyses.Incidence incidence(Entry entry, String grouping) {
    return new Analyses.Incidence(
        entry.texts("by"),
        entry.text("grouping", grouping),
        entry.texts("standards", List.of("segi-doll")),
        entry.texts("corrections", List.of("none")),
        entry.texts("intervals", List.of("fay-feuer")));
  }

  private static Analyses.Quality quality(Entry entry, String grouping) {
    return new Analyses.Quality(entry.texts("by"), entry.text("grouping", grouping));
  }

  private static Analyses.Survival survival(Entry entry, String grouping) {
    return new Analyses.Survival(
        entry.texts("by"),
        entry.text("grouping", grouping),
        entry.text("method", "pohar-perme"),
        entry.text("transform", "kaplan-meier"),
        years(entry),
        entry.text("approach", "complete"),
        entry.text("age_standard"),
        entry.texts("intervals", List.of("log")),
        SurvivalDesign.of(entry));
  }

  private static List<Integer> years(Entry entry) {
    return entry.has("years")
        ? entry.texts("years").stream().map(Integer::valueOf).sorted().toList()
        : YEARS;
  }

  private static Analyses.Indicators indicators(Entry entry) {
    return new Analyses.Indicators(
        entry.texts("codes"),
        entry.texts("levels", List.of("site", "area", "country", "programme")),
        entry.texts("periods", List.of("quarter", "year", "all")));
  }

  private static Analyses.Evaluation evaluation(Entry entry, String grouping) {
    Map<String, String> settings = new TreeMap<>();
    for (String key : entry.keys()) {
      if (!OUTCOME.contains(key)) {
        settings.put(key, entry.text(key));
      }
    }
    if (entry.has("cancer")) {
      settings.putIfAbsent("grouping", grouping);
    }
    return new Analyses.Evaluation(entry.text("indicator"), entry.text("method"), settings);
  }
}
