package org.tidemark.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds the names in a block of analyses to what the catalogue has. */
final class AnalysesReferences {
  private final Map<String, CodeTable> codes;
  private final Collection<String> indicators;

  private AnalysesReferences(Map<String, CodeTable> codes, Collection<String> indicators) {
    this.codes = codes;
    this.indicators = indicators;
  }

  static AnalysesReferences of(Map<String, CodeTable> codes, Collection<String> indicators) {
    return new AnalysesReferences(codes, indicators);
  }

  /** Refuses the first name that the catalogue does not have. */
  void require(Entry analyses) {
    for (Entry one : analyses.entries("incidence")) {
      grouping(one, "grouping");
      in(one, "standards", "standard population", names("standard_populations", "name"));
    }
    analyses.entries("quality").forEach(one -> grouping(one, "grouping"));
    for (Entry one : analyses.entries("survival")) {
      grouping(one, "grouping");
      in(one, "age_standard", "survival standard", names("survival_weights", "name"));
    }
    analyses.entries("indicators").forEach(one -> in(one, "codes", "indicator", indicators));
    analyses.entries("evaluation").forEach(one -> in(one, "indicator", "indicator", indicators));
  }

  /** Refuses a grouping that {@code codes/cancer_groups.csv} does not have. */
  void grouping(Entry entry, String key) {
    in(entry, key, "grouping", names("cancer_groups", "grouping"));
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
