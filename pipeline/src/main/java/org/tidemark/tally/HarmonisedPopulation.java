package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.stats.Growth;
import org.tidemark.stats.PopulationByAge;

/**
 * All populations of a run in one form: five-year age groups by area, sex and each year that may be
 * asked for, with what was assumed. A year that is not given and may not be assumed is a slice
 * without numbers, so that figures over it name what is missing.
 *
 * @param slices by area, sex and year
 * @param assumed what was assumed and found
 */
public record HarmonisedPopulation(List<PopulationSlice> slices, List<Assumed> assumed) {
  /** Years beyond the counts for which a source may say that they hold. */
  static final int MOST_BEYOND = 10;

  /** Years before the first count for which a missing population is named. */
  private static final int NAMED_BEFORE = 50;

  /** Copies the lists. */
  public HarmonisedPopulation {
    slices = List.copyOf(slices);
    assumed = List.copyOf(assumed);
  }

  /**
   * Harmonises rows in any order.
   *
   * @param rules what may be assumed, by source
   * @param lastYear the last year that may be asked for
   */
  public static HarmonisedPopulation of(
      List<PopulationRow> rows, Map<String, PopulationRule> rules, int lastYear) {
    List<Assumed> assumed = new ArrayList<>();
    List<PopulationRow> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing(PopulationRow::area)
            .thenComparing(PopulationRow::year)
            .thenComparing(PopulationRow::sex)
            .thenComparing(PopulationRow::band)
            .thenComparing(PopulationRow::source)
            .thenComparing(PopulationRow::persons));
    Map<String, Map<Integer, List<PopulationRow>>> byArea =
        sorted.stream()
            .collect(
                Collectors.groupingBy(
                    PopulationRow::area,
                    TreeMap::new,
                    Collectors.groupingBy(PopulationRow::year, TreeMap::new, Collectors.toList())));
    List<PopulationSlice> slices = new ArrayList<>();
    for (Map<Integer, List<PopulationRow>> years : byArea.values()) {
      Map<String, TreeMap<Integer, PopulationSlice>> bySex = new TreeMap<>();
      for (List<PopulationRow> year : years.values()) {
        PopulationCounts.of(year, rules, assumed)
            .forEach(s -> bySex.computeIfAbsent(s.sex(), sex -> new TreeMap<>()).put(s.year(), s));
      }
      bySex.values().forEach(given -> new Filling(given, rules, assumed).into(slices, lastYear));
    }
    return new HarmonisedPopulation(slices, assumed);
  }

  /** The years of one area and sex. */
  private record Filling(
      TreeMap<Integer, PopulationSlice> given,
      Map<String, PopulationRule> rules,
      List<Assumed> assumed) {

    private void into(List<PopulationSlice> slices, int lastYear) {
      int last = Math.max(lastYear, given.lastKey());
      for (int year = given.firstKey() - NAMED_BEFORE; year <= last; year++) {
        slices.add(given.containsKey(year) ? given.get(year) : slice(year));
      }
    }

    private PopulationSlice slice(int year) {
      if (year < given.firstKey() || year > given.lastKey()) {
        return beyond(year);
      }
      PopulationSlice before = given.lowerEntry(year).getValue();
      PopulationSlice after = given.higherEntry(year).getValue();
      PopulationRule rule = rule(before);
      if (rule.between().isEmpty() || !rule.between().equals(rule(after).between())) {
        return missing(before, year);
      }
      Growth growth = rule.between().get();
      PopulationAssumption assumption =
          growth == Growth.LINEAR ? PopulationAssumption.LINEAR : PopulationAssumption.GEOMETRIC;
      int bits = before.assumed() | after.assumed();
      return filled(before, year, moved(before, after, growth, year), assumption, bits);
    }

    private PopulationSlice beyond(int year) {
      boolean early = year < given.firstKey();
      PopulationSlice edge = early ? given.firstEntry().getValue() : given.lastEntry().getValue();
      PopulationRule rule = rule(edge);
      if (Math.abs(year - edge.year()) > MOST_BEYOND || rule.beyond() == Beyond.ERROR) {
        return missing(edge, year);
      }
      if (rule.beyond() == Beyond.NEAREST) {
        return filled(edge, year, edge.byAge(), PopulationAssumption.HELD, edge.assumed());
      }
      if (given.size() == 1 || rule.between().isEmpty()) {
        return missing(edge, year);
      }
      PopulationSlice inner =
          early
              ? given.higherEntry(edge.year()).getValue()
              : given.lowerEntry(edge.year()).getValue();
      PopulationByAge moved =
          early
              ? moved(edge, inner, rule.between().get(), year)
              : moved(inner, edge, rule.between().get(), year);
      int bits = edge.assumed() | inner.assumed();
      return filled(edge, year, moved, PopulationAssumption.TREND, bits);
    }

    private static PopulationByAge moved(
        PopulationSlice from, PopulationSlice to, Growth growth, int year) {
      double share = (year - from.year()) / (double) (to.year() - from.year());
      return PopulationByAge.between(from.byAge(), to.byAge(), growth, share);
    }

    private PopulationSlice filled(
        PopulationSlice by,
        int year,
        PopulationByAge persons,
        PopulationAssumption assumption,
        int bits) {
      assumed.add(assumption.in(by.source(), by.area(), year, persons.groups()));
      return new PopulationSlice(
          by.source(), by.area(), by.sex(), year, persons, bits | assumption.bit());
    }

    private static PopulationSlice missing(PopulationSlice by, int year) {
      return new PopulationSlice(
          by.source(), by.area(), by.sex(), year, PopulationByAge.unknown(), 0);
    }

    private PopulationRule rule(PopulationSlice slice) {
      return rules.getOrDefault(slice.source(), PopulationRule.NONE);
    }
  }
}
