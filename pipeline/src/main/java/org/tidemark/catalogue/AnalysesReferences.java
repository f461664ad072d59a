package org.tidemark.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds the names in a block of analyses to what the catalogue has. */
final class AnalysesReferences {
  /** The tables that define groupings, and the column that names each. */
  private static final Map<String, String> GROUPINGS =
      Map.of("cancer_groups", "grouping", "icd10_groups", "grouping", "iccc3_ages", "code");

  private static final List<String> WITH_GROUPS =
      List.of("cancer_groups", "cancer_totals", "icd10_groups", "icd10_totals");

  private static final List<String> RATES =
      List.of("mortality", "trend", "projection", "plausibility", "rate_ratio", "completeness");

  private static final List<String> GROUPED =
      List.of("incidence", "mortality", "quality", "survival", "prevalence");

  private final Map<String, CodeTable> codes;
  private final Collection<String> indicators;

  private AnalysesReferences(Map<String, CodeTable> codes, Collection<String> indicators) {
    this.codes = codes;
    this.indicators = indicators;
  }

  static AnalysesReferences of(Map<String, CodeTable> codes, Collection<String> indicators) {
    return new AnalysesReferences(codes, indicators);
  }

  /**
   * Refuses the first name that the catalogue does not have, and analyses that would publish
   * different figures under one name.
   *
   * @param own the grouping of analyses that name none
   */
  void require(Entry analyses, String own) {
    for (Entry one : analyses.entries("incidence")) {
      grouping(one, "grouping");
      in(one, "standards", "standard population", names("standard_populations", "name"));
    }
    analyses.entries("quality").forEach(one -> grouping(one, "grouping"));
    for (Entry one : analyses.entries("survival")) {
      grouping(one, "grouping");
      in(one, "age_standard", "survival standard", names("survival_weights", "name"));
      SurvivalRules.require(one);
    }
    for (String kind : RATES) {
      analyses.entries(kind).forEach(one -> rates(one, own));
    }
    analyses.entries("rate_ratio").forEach(RatioAnalysis::require);
    analyses.entries("completeness").forEach(CompletenessAnalysis::require);
    analyses.entries("prevalence").forEach(one -> grouping(one, "grouping"));
    analyses.entries("indicators").forEach(one -> in(one, "codes", "indicator", indicators));
    analyses.entries("evaluation").forEach(one -> evaluation(one, own));
    GROUPED.forEach(kind -> requireApart(analyses.entries(kind), own));
  }

  private void evaluation(Entry one, String own) {
    in(one, "indicator", "indicator", indicators);
    grouping(one, "grouping");
    in(one, "cancer", "group of cancers", groups(one.text("grouping", own)));
  }

  /** Deaths have no histology: their groups are those of a list by ICD-10. */
  private void rates(Entry one, String own) {
    grouping(one, "grouping");
    in(one, "standard", "standard population", names("standard_populations", "name"));
    in(one, "standards", "standard population", names("standard_populations", "name"));
    String grouping = one.text("grouping", own);
    boolean deaths =
        one.pointer().contains("mortality")
            || one.text("of").equals("mortality")
            || (one.pointer().contains("completeness")
                && one.texts("indices", List.of("dcn-mi")).contains("dcn-mi"))
            || (one.pointer().contains("plausibility")
                && one.texts("indices", List.of("mi")).contains("mi"));
    if (deaths
        && one.texts("by").contains("cancer")
        && RateAnalyses.causes(codes, grouping).isEmpty()) {
      throw one.refusal(
          "deaths cannot be grouped by '" + grouping + "', which asks for histologies",
          "name a 'grouping' by ICD-10 code, as ci5-icd10");
    }
  }

  /** Refuses a grouping that no table has. */
  void grouping(Entry entry, String key) {
    Collection<String> known = new TreeSet<>();
    GROUPINGS.forEach((table, column) -> known.addAll(names(table, column)));
    in(entry, key, "grouping", known);
  }

  /**
   * Published rows tell groups by their names: two groupings that share one cannot both be
   * published by the same dimensions.
   */
  private void requireApart(List<Entry> analyses, String own) {
    Map<Set<String>, String> before = new HashMap<>();
    for (Entry one : analyses) {
      Set<String> by = new HashSet<>(one.texts("by"));
      by.add(one.text("method"));
      String grouping = one.text("grouping", own);
      String other = before.putIfAbsent(by, grouping);
      if (!by.contains("cancer") || other == null || other.equals(grouping)) {
        continue;
      }
      Set<String> shared = groups(grouping);
      shared.retainAll(groups(other));
      if (!shared.isEmpty()) {
        throw one.refusal(
            "the groupings '%s' and '%s' both have a group '%s', and the analyses the same 'by'"
                .formatted(other, grouping, shared.iterator().next()),
            "keep one of the two, or publish the other by a programme of its own");
      }
    }
  }

  private Set<String> groups(String grouping) {
    if (codes.get("iccc3_ages").codes().contains(grouping)) {
      return new TreeSet<>(codes.get("iccc3").codes());
    }
    Set<String> names = new TreeSet<>();
    for (String table : WITH_GROUPS) {
      codes.get(table).rows().stream()
          .filter(row -> row.get("grouping").equals(grouping))
          .forEach(row -> names.add(row.get("code")));
    }
    return names;
  }

  private Collection<String> names(String table, String column) {
    return new TreeSet<>(codes.get(table).column(column));
  }

  private static void in(Entry entry, String key, String kind, Collection<String> known) {
    if (!entry.has(key)) {
      return;
    }
    boolean list = entry.at(key).node().isArray();
    List<String> asked = list ? entry.texts(key) : List.of(entry.text(key));
    for (String name : asked) {
      if (!known.contains(name)) {
        throw entry.at(key).unknown(kind, name, known);
      }
    }
  }
}
