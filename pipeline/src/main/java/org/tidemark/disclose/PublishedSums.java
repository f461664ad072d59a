package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.SmallCells;

/** Finds the sums among published counts, along each dimension and among populations. */
final class PublishedSums {
  private final Counts counts;
  private final Map<Integer, Map<Integer, Integer>> totals = new HashMap<>();
  private final Map<Integer, List<Integer>> populations = new HashMap<>();

  PublishedSums(Counts counts) {
    this.counts = counts;
  }

  /** Learns what a table says of its populations. */
  void declare(SmallCells cells) {
    cells
        .sums()
        .forEach(
            (population, parts) ->
                populations.put(
                    counts.population(population),
                    parts.stream().map(counts::population).toList()));
    for (SmallCells.Count count : cells.counts()) {
      count.totals().forEach((dimension, other) -> total(count.of(), dimension, other));
    }
  }

  /** Along a dimension the whole of a population is counted as another one. */
  private void total(String population, String dimension, String other) {
    totals
        .computeIfAbsent(counts.population(other), none -> new HashMap<>())
        .put(counts.dimensions().place(dimension), counts.population(population));
  }

  /** All sums. */
  Equations equations() {
    Equations equations = new Equations();
    double[] values = counts.values();
    for (int d = 0; d < counts.dimensions().size(); d++) {
      if (counts.dimensions().isDivided(d)) {
        along(d, values, equations);
      }
    }
    for (int count = 0; count < counts.size(); count++) {
      List<Integer> parts = populations.get(counts.populationOf(count));
      if (parts != null) {
        ofPopulations(count, parts, values, equations);
      }
    }
    return equations;
  }

  private void along(int dimension, double[] values, Equations equations) {
    Map<Long, List<Integer>> groups = new LinkedHashMap<>();
    for (int count = 0; count < counts.size(); count++) {
      long group = group(count, dimension);
      groups.computeIfAbsent(group, none -> new ArrayList<>()).add(count);
    }
    for (List<Integer> group : groups.values()) {
      if (group.size() > 1) {
        among(oneWhole(group, dimension), dimension, values, equations);
      }
    }
  }

  private void among(List<Integer> group, int dimension, double[] values, Equations equations) {
    List<Integer> members = group.stream().map(c -> counts.member(c, dimension)).toList();
    for (Hierarchy.Sum sum : counts.dimensions().sums(dimension, members)) {
      int[] parts = sum.parts().stream().mapToInt(group::get).toArray();
      equations.sum(group.get(sum.whole()), parts, values);
    }
  }

  /** Where the whole is counted twice, the parts add up to that which is counted for them. */
  private List<Integer> oneWhole(List<Integer> group, int dimension) {
    List<Integer> wholes = group.stream().filter(c -> counts.member(c, dimension) == 0).toList();
    return wholes.size() < 2
        ? group
        : group.stream()
            .filter(c -> !wholes.contains(c) || totals.containsKey(counts.populationOf(c)))
            .toList();
  }

  /** A total that is counted as another population stands with the parts of its own. */
  private long group(int count, int dimension) {
    Map<Integer, Integer> of = totals.get(counts.populationOf(count));
    Integer own = of == null ? null : of.get(dimension);
    return own != null && counts.member(count, dimension) == 0
        ? counts.besides(count, dimension, own)
        : counts.besides(count, dimension);
  }

  private void ofPopulations(int count, List<Integer> of, double[] values, Equations equations) {
    int[] parts = of.stream().mapToInt(p -> counts.beside(count, p)).toArray();
    for (int part : parts) {
      if (part < 0) {
        return;
      }
    }
    equations.sum(count, parts, values);
  }
}
