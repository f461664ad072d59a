package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;

/**
 * Cancer groups: each list's total is the sum of its groups but those that it leaves out. The total
 * that leaves out nothing is all cancers, as where a table is not by cancer.
 */
final class CancerSums implements Hierarchy {
  /** A total of one list, the groups in it, and those that it leaves out. */
  private record Total(String code, Set<String> groups, Set<String> out) {}

  private final List<Total> totals;
  private final Set<String> wholes;

  private CancerSums(List<Total> totals, Set<String> wholes) {
    this.totals = List.copyOf(totals);
    this.wholes = Set.copyOf(wholes);
  }

  /** The lists that the catalogue declares. */
  static CancerSums of(Catalogue catalogue) {
    List<Total> totals = new ArrayList<>();
    Set<String> wholes = new LinkedHashSet<>();
    add(catalogue, "cancer_groups", "cancer_totals", totals, wholes);
    add(catalogue, "icd10_groups", "icd10_totals", totals, wholes);
    return new CancerSums(totals, wholes);
  }

  private static void add(
      Catalogue catalogue, String groups, String sums, List<Total> totals, Set<String> wholes) {
    if (!catalogue.codes().containsKey(groups) || !catalogue.codes().containsKey(sums)) {
      return;
    }
    Map<String, Set<String>> lists = new HashMap<>();
    catalogue
        .codes()
        .get(groups)
        .rows()
        .forEach(
            row ->
                lists
                    .computeIfAbsent(row.get("grouping"), none -> new LinkedHashSet<>())
                    .add(row.get("code")));
    for (Map<String, String> row : catalogue.codes().get(sums).rows()) {
      Set<String> in = new LinkedHashSet<>(lists.getOrDefault(row.get("grouping"), Set.of()));
      Set<String> out = new LinkedHashSet<>();
      for (String code : row.get("except").split(";")) {
        if (in.remove(code.trim())) {
          out.add(code.trim());
        }
      }
      totals.add(new Total(row.get("code"), in, out));
      if (row.get("except").isBlank()) {
        wholes.add(row.get("code"));
      }
    }
  }

  @Override
  public String canonical(String member) {
    return wholes.contains(member) ? ALL : member;
  }

  @Override
  public List<Sum> sums(List<String> members) {
    return totals.stream()
        .flatMap(
            t -> {
              List<Sum> own = Parts.sum(members, canonical(t.code()), t.groups()::contains);
              return Stream.concat(own.stream(), difference(members, t).stream());
            })
        .distinct()
        .toList();
  }

  /** What a total leaves out is what all cancers have more. */
  private List<Sum> difference(List<String> members, Total total) {
    return total.out().isEmpty() || !members.contains(total.code())
        ? List.of()
        : Parts.sum(members, ALL, m -> m.equals(total.code()) || total.out().contains(m));
  }
}
