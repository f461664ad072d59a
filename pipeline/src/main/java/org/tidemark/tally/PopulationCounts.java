package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.stats.AgeBand;
import org.tidemark.stats.AgeBands;
import org.tidemark.stats.PopulationByAge;

/** The populations of one area in one year as sent, brought to five-year groups by sex. */
final class PopulationCounts {
  private static final double[] NO_SHAPE = new double[PopulationByAge.unknown().groups()];

  /** A number is rounded by at most this; so a total may differ from the sum of its parts. */
  private static final double ROUNDING = 0.5;

  private final String area;
  private final int year;
  private final Map<String, PopulationRule> rules;
  private final List<Assumed> assumed;
  private final SortedMap<String, AgeBands> bySex = new TreeMap<>();
  private final SortedMap<String, PopulationRow> first = new TreeMap<>();

  private PopulationCounts(
      PopulationRow any, Map<String, PopulationRule> rules, List<Assumed> assumed) {
    this.area = any.area();
    this.year = any.year();
    this.rules = rules;
    this.assumed = assumed;
  }

  /**
   * The slices of an area and year, one a sex.
   *
   * @param rows its rows, of all sexes
   * @param assumed takes what was assumed
   */
  static List<PopulationSlice> of(
      List<PopulationRow> rows, Map<String, PopulationRule> rules, List<Assumed> assumed) {
    PopulationCounts counts = new PopulationCounts(rows.get(0), rules, assumed);
    rows.stream()
        .collect(Collectors.groupingBy(PopulationRow::sex, TreeMap::new, Collectors.toList()))
        .forEach(counts::nest);
    return counts.slices();
  }

  private void nest(String sex, List<PopulationRow> rows) {
    PopulationRow named = rows.stream().min(Comparator.comparing(PopulationRow::source)).get();
    first.put(sex, named);
    Map<AgeBand, Double> persons = new TreeMap<>();
    rows.forEach(row -> persons.merge(row.band(), row.persons(), Double::sum));
    try {
      bySex.put(sex, AgeBands.of(persons));
    } catch (AgeBands.Overlap e) {
      throw PopulationSlice.refusal(
          named, e.getMessage(), "send age groups that do not overlap, and totals of whole ones");
    }
  }

  private List<PopulationSlice> slices() {
    boolean disagrees = bothSexes();
    List<PopulationSlice> slices = new ArrayList<>();
    bySex.forEach(
        (sex, bands) -> {
          if (!sex.equals(PopulationRow.BOTH)) {
            slices.add(slice(first.get(sex), bands, disagrees));
          }
        });
    return slices;
  }

  private PopulationSlice slice(PopulationRow row, AgeBands bands, boolean disagrees) {
    int bits = disagrees ? PopulationAssumption.TOTAL_DISAGREES.bit() : 0;
    bits |= note(row, PopulationAssumption.TOTAL, bands.totals().size());
    bits |= note(row, PopulationAssumption.TOTAL_DISAGREES, wrongTotals(bands));
    bits |= note(row, PopulationAssumption.PARTS_LEFT_OUT, bands.leftOut().size());
    List<AgeBand> wide = PopulationByAge.wide(bands);
    requireGroups(row, bands, wide);
    bits |= note(row, PopulationAssumption.SPLIT, wide.size());
    double[] shape = rule(row).split().orElse(NO_SHAPE);
    return new PopulationSlice(
        row.source(), area, row.sex(), year, PopulationByAge.of(bands, shape), bits);
  }

  private void requireGroups(PopulationRow row, AgeBands bands, List<AgeBand> wide) {
    List<AgeBand> misaligned = PopulationByAge.misaligned(bands);
    if (!misaligned.isEmpty()) {
      throw PopulationSlice.refusal(
          row,
          "the ages " + misaligned.get(0).label() + " cut through a five-year group",
          "send single years, or groups that begin at 0, 5, 10…");
    }
    if (!wide.isEmpty() && rule(row).split().isEmpty()) {
      throw PopulationSlice.refusal(
          row,
          "the ages " + wide.get(0).label() + " are wider than five years",
          "set 'split: even', or a standard population whose shape may hold, at the source");
    }
  }

  private PopulationRule rule(PopulationRow row) {
    return rules.getOrDefault(row.source(), PopulationRule.NONE);
  }

  /** Holds rows of both sexes to those by sex; whether they disagree. */
  private boolean bothSexes() {
    AgeBands both = bySex.get(PopulationRow.BOTH);
    if (both == null) {
      return false;
    }
    PopulationRow row = first.get(PopulationRow.BOTH);
    int rows = both.finest().size() + both.totals().size();
    if (bySex.size() == 1) {
      note(row, PopulationAssumption.BOTH_SEXES_ONLY, rows);
      return false;
    }
    note(row, PopulationAssumption.TOTAL, rows);
    long wrong =
        Stream.concat(both.finest().entrySet().stream(), both.totals().entrySet().stream())
            .filter(e -> differs(e.getValue(), partsBySex(e.getKey())))
            .count();
    return note(row, PopulationAssumption.TOTAL_DISAGREES, wrong) != 0;
  }

  /** The parts of a total of both sexes; none where a sex does not fill its ages. */
  private List<Double> partsBySex(AgeBand whole) {
    List<Double> parts = new ArrayList<>();
    for (Map.Entry<String, AgeBands> sex : bySex.entrySet()) {
      if (!sex.getKey().equals(PopulationRow.BOTH)) {
        List<AgeBand> filling = sex.getValue().filling(whole);
        if (filling.isEmpty()) {
          return List.of();
        }
        filling.forEach(band -> parts.add(sex.getValue().finest().get(band)));
      }
    }
    return parts;
  }

  private static long wrongTotals(AgeBands bands) {
    return bands.totals().entrySet().stream()
        .filter(
            e ->
                differs(
                    e.getValue(),
                    bands.filling(e.getKey()).stream().map(bands.finest()::get).toList()))
        .count();
  }

  /**
   * Whether rounding cannot explain by how much a total differs from its parts, if they are known.
   */
  private static boolean differs(double total, List<Double> parts) {
    double sum = parts.stream().mapToDouble(Double::doubleValue).sum();
    return !parts.isEmpty() && Math.abs(total - sum) > ROUNDING * (parts.size() + 1);
  }

  /** Writes an assumption down where it was made; its bit, or none. */
  private int note(PopulationRow row, PopulationAssumption assumption, long cells) {
    if (cells == 0) {
      return 0;
    }
    assumed.add(assumption.in(row.source(), area, year, cells));
    return assumption.bit();
  }
}
