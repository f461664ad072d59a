package org.tidemark.tally;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sums of one indicator in one unit and period, by stratum, with the reports behind them. Sums
 * of other sites can be added in any order.
 */
final class IndicatorSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, TreeMap<Place, Pair>> strata = new TreeMap<>();
  private final ReportCount reports;

  private IndicatorSum(ReportCount reports) {
    this.reports = reports;
  }

  /**
   * The place of an amount.
   *
   * @param measure index of the measure
   * @param length the length, negative where it has none
   */
  record Place(int measure, int length) implements Serializable, Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return measure == other.measure
          ? Integer.compare(length, other.length)
          : Integer.compare(measure, other.measure);
    }
  }

  /**
   * Two amounts.
   *
   * @param numerator what is over the line
   * @param denominator what is under it
   */
  record Pair(BigDecimal numerator, BigDecimal denominator) implements Serializable {
    Pair plus(Pair other) {
      return new Pair(numerator.add(other.numerator), denominator.add(other.denominator));
    }
  }

  /** Nothing yet, with what is known of reports. */
  static IndicatorSum of(ReportCount reports) {
    return new IndicatorSum(reports);
  }

  /** Adds an amount to a stratum. */
  void add(String stratum, Place place, Pair pair) {
    strata.computeIfAbsent(stratum, s -> new TreeMap<>()).merge(place, pair, Pair::plus);
  }

  /** The sums of different sites together. */
  static IndicatorSum of(List<IndicatorSum> parts) {
    IndicatorSum sum =
        of(parts.stream().map(p -> p.reports).reduce(ReportCount.NONE, ReportCount::plus));
    for (IndicatorSum part : parts) {
      part.strata.forEach((s, cells) -> cells.forEach((place, pair) -> sum.add(s, place, pair)));
    }
    return sum;
  }

  /**
   * The amounts by stratum, with those that belong to all; everything together under the empty
   * name, also where nothing is.
   */
  Map<String, TreeMap<Place, Pair>> strata() {
    TreeMap<String, TreeMap<Place, Pair>> all = new TreeMap<>();
    strata.forEach((stratum, cells) -> all.put(stratum, new TreeMap<>(cells)));
    Optional<TreeMap<Place, Pair>> every = Optional.ofNullable(all.remove(RelationSums.EVERY));
    Optional<TreeMap<Place, Pair>> told = Optional.ofNullable(all.remove(RelationSums.EVERY_TOLD));
    all.putIfAbsent("", new TreeMap<>());
    for (TreeMap<Place, Pair> cells : all.values()) {
      Set<Integer> own =
          cells.keySet().stream().map(Place::measure).collect(Collectors.toUnmodifiableSet());
      told.ifPresent(
          t ->
              t.forEach(
                  (place, pair) -> {
                    if (own.contains(place.measure())) {
                      cells.merge(place, pair, Pair::plus);
                    }
                  }));
      every.ifPresent(e -> e.forEach((place, pair) -> cells.merge(place, pair, Pair::plus)));
    }
    return all;
  }

  /** The reports behind the sums. */
  ReportCount reports() {
    return reports;
  }
}
