package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the publication speaks of: registries, sites, periods. */
final class Scope {
  private Scope() {}

  static List<Definition> of(Reading reading) {
    List<Definition> scope = new ArrayList<>();
    scope.add(new Definition("Data up to", Wording.date(reading.head().asOf())));
    scope.add(new Definition("Registries", names(reading, registries(reading), "source")));
    scope.add(new Definition("Sites", names(reading, sites(reading), "unit_id")));
    scope.add(new Definition("Run", reading.head().runId()));
    return scope;
  }

  private static SortedSet<String> registries(Reading reading) {
    SortedSet<String> found = new TreeSet<>(reading.table("quality").distinct("source"));
    found.remove("");
    if (found.isEmpty()) {
      found.addAll(reading.table("incidence").distinct("area"));
      found.addAll(reading.table("survival").distinct("area"));
      found.remove("");
    }
    return found;
  }

  private static SortedSet<String> sites(Reading reading) {
    return reading.table("indicator").where("level", "site").distinct("unit_id");
  }

  private static String names(Reading reading, SortedSet<String> codes, String column) {
    List<String> names = codes.stream().map(code -> reading.names().of(column, code)).toList();
    if (names.isEmpty()) {
      return "none in this publication";
    }
    return names.size() > 6 ? Wording.count(names.size()) : Wording.list(names);
  }
}
