package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * How complete and how timely registration is, by strata. See {@code schemas/README.md}.
 *
 * @param series the strata (area, cancer, sex) and the grouping
 * @param indices out of {@link #INDICES}
 * @param sources kinds of source to be told apart, two or three, as {@code tumour.sources} names
 *     them
 * @param years after diagnosis that the flow method looks at
 */
public record CompletenessAnalysis(
    RateAnalyses.Series series, List<String> indices, List<String> sources, int years)
    implements Serializable {
  /** Every index. */
  public static final List<String> INDICES =
      List.of(
          "sources-per-case",
          "one-source",
          "dcn",
          "registration-days",
          "two-source",
          "three-source",
          "flow",
          "dcn-mi");

  private static final int YEARS = 5;

  /** The series of deaths beside the cases. */
  public RateAnalyses.Series deaths() {
    return new RateAnalyses.Series(
        RateAnalyses.Of.MORTALITY,
        series.by(),
        series.grouping(),
        series.standard(),
        series.correction());
  }

  /** Whether deaths are asked for. */
  public boolean asksDeaths() {
    return indices.contains("dcn-mi");
  }

  static CompletenessAnalysis of(Entry entry, RateAnalyses.Series series) {
    List<String> sources = entry.texts("sources");
    return new CompletenessAnalysis(
        series,
        entry.texts("indices", INDICES.stream().filter(i -> needed(i) <= sources.size()).toList()),
        sources,
        entry.whole("years", YEARS));
  }

  /** Refuses an index for which too few kinds of source are named. */
  static void require(Entry entry) {
    int sources = entry.texts("sources").size();
    for (String index : entry.texts("indices")) {
      if (needed(index) > sources) {
        throw entry.refusal(
            "'" + index + "' asks for " + needed(index) + " kinds of source",
            "name them under 'sources', as 'sources: [hospital, pathology, death_certificate]'");
      }
    }
  }

  private static int needed(String index) {
    return index.equals("three-source") ? 3 : index.equals("two-source") ? 2 : 0;
  }

  CompletenessAnalysis groupedBy(String own) {
    return new CompletenessAnalysis(series.groupedBy(own), indices, sources, years);
  }
}
