package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison of rates: of strata with one of them, with all of them together, or with the rates
 * of a reference population. See {@code schemas/README.md}.
 *
 * @param series the counts, their strata (the compared dimension among them) and grouping
 * @param compare the dimension whose members are compared, area, sex or year; empty with a
 *     reference
 * @param against the member that the others are compared with, or {@link #ALL}; empty with a
 *     reference
 * @param reference a population of the table {@code reference_rate}, or empty
 * @param standards standard populations by name
 * @param measures out of rate_ratio, srr, sir
 * @param intervals out of exact, byar, likelihood, log-normal, smith
 */
public record RatioAnalysis(
    RateAnalyses.Series series,
    String compare,
    String against,
    String reference,
    List<String> standards,
    List<String> measures,
    List<String> intervals)
    implements Serializable {
  /** All members together, those compared among them. */
  public static final String ALL = "all";

  /** The dimensions that both rates of a comparison share. */
  public List<String> within() {
    return series.by().stream().filter(d -> !d.equals(compare)).toList();
  }

  /** The strata that are compared. */
  public Analyses.Incidence strata() {
    return new Analyses.Incidence(
        series.by(), series.grouping(), standards, List.of(series.correction()), intervals);
  }

  /** Whether the rates compared with are those of a reference population. */
  public boolean isByReference() {
    return !reference.isEmpty();
  }

  static RatioAnalysis of(Entry entry, RateAnalyses.Series series) {
    String compare = entry.text("compare");
    List<String> by =
        compare.isEmpty()
            ? series.by()
            : Stream.concat(series.by().stream(), Stream.of(compare)).distinct().toList();
    boolean independent = !compare.isEmpty() && !entry.text("against").equals(ALL);
    return new RatioAnalysis(
        new RateAnalyses.Series(
            series.of(), by, series.grouping(), series.standard(), series.correction()),
        compare,
        entry.text("against"),
        entry.text("reference"),
        entry.texts("standards", List.of("segi-doll")),
        entry.texts("measures", independent ? List.of("rate_ratio", "srr", "sir") : List.of("sir")),
        entry.texts("intervals", List.of("exact", "log-normal")));
  }

  /** Refuses what cannot be compared. */
  static void require(Entry entry) {
    boolean reference = entry.has("reference");
    if (reference == entry.has("compare") || reference == entry.has("against")) {
      throw entry.refusal(
          "names neither what is compared nor a reference, or both",
          "write 'compare' (area, sex or year) with 'against', or 'reference' alone");
    }
    if (entry.texts("by").contains(entry.text("compare"))) {
      throw entry.refusal(
          "'by' has the dimension that is compared",
          "leave it out of 'by': both rates share those");
    }
    boolean shared = reference || entry.text("against").equals(ALL);
    if (shared && !entry.texts("measures", List.of("sir")).equals(List.of("sir"))) {
      throw entry.refusal(
          "the rates compared share persons, or those of the reference have no counts",
          "ask for 'measures: [sir]', or compare 'against' one member");
    }
  }

  RatioAnalysis groupedBy(String own) {
    return new RatioAnalysis(
        series.groupedBy(own), compare, against, reference, standards, measures, intervals);
  }
}
