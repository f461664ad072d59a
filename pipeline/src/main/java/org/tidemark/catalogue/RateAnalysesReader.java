package org.tidemark.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the analyses of counts and person-years out of a block of analyses. */
final class RateAnalysesReader {
  private static final double LEVEL = 0.05;
  private static final int PERIODS = 4;

  private RateAnalysesReader() {}

  /**
   * The analyses of a block.
   *
   * @param incidence reads an entry of rates
   */
  static RateAnalyses of(
      Entry entry, String grouping, Function<Entry, Analyses.Incidence> incidence) {
    return new RateAnalyses(
        entry.entries("mortality").stream().map(incidence).toList(),
        entry.entries("trend").stream().map(e -> trend(e, grouping)).toList(),
        entry.entries("projection").stream().map(e -> projection(e, grouping)).toList(),
        entry.entries("plausibility").stream()
            .map(
                e ->
                    new RateAnalyses.Plausibility(
                        series(e, grouping),
                        e.texts("indices", List.of("mi", "stability", "age-curve")),
                        e.text("reference")))
            .toList(),
        entry.entries("comparison").stream()
            .map(
                e ->
                    new RateAnalyses.Comparison(
                        e.texts("tables", List.of("incidence")), e.number("level", LEVEL)))
            .toList(),
        entry.entries("rate_ratio").stream()
            .map(e -> RatioAnalysis.of(e, series(e, grouping)))
            .toList(),
        entry.entries("completeness").stream()
            .map(e -> CompletenessAnalysis.of(e, series(e, grouping)))
            .toList());
  }

  private static RateAnalyses.Series series(Entry entry, String grouping) {
    return new RateAnalyses.Series(
        RateAnalyses.Of.valueOf(entry.text("of", "incidence").toUpperCase(Locale.ROOT)),
        entry.texts("by"),
        entry.text("grouping", grouping),
        entry.text("standard", "segi-doll"),
        entry.text("correction", "none"));
  }

  private static RateAnalyses.Trend trend(Entry entry, String grouping) {
    return new RateAnalyses.Trend(
        series(entry, grouping),
        entry.texts("methods", List.of("eapc", "joinpoint")),
        entry.text("joinpoints", "bic"),
        entry.text("weights", "even"));
  }

  private static RateAnalyses.Projection projection(Entry entry, String grouping) {
    return new RateAnalyses.Projection(
        series(entry, grouping), entry.whole("periods", PERIODS), entry.whole("back_test", 0));
  }
}
