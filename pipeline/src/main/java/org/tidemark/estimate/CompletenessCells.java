package org.tidemark.estimate;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.CompletenessAnalysis;
import org.tidemark.stats.FlowTally;
import org.tidemark.stats.Interval;
import org.tidemark.tally.CompletenessStrata;

/** The cells of a stratum of {@link CompletenessStrata}, added up as each index asks. */
final class CompletenessCells {
  private final List<Row> cells;
  private final CompletenessAnalysis asked;

  private CompletenessCells(List<Row> cells, CompletenessAnalysis asked) {
    this.cells = List.copyOf(cells);
    this.asked = asked;
  }

  static CompletenessCells of(List<Row> cells, CompletenessAnalysis asked) {
    return new CompletenessCells(cells, asked);
  }

  /** The cells of some years. */
  CompletenessCells of(Collection<Integer> years) {
    return of(cells.stream().filter(c -> years.contains(c.<Integer>getAs("year"))).toList(), asked);
  }

  TreeSet<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    cells.forEach(c -> years.add(c.getAs("year")));
    return years;
  }

  String period() {
    return PeriodOf.years(Integer.toString(years().first()), Integer.toString(years().last()));
  }

  /** Cases by the kinds of source that found them, as bits; without those that name none. */
  long[] patterns() {
    long[] found = new long[1 << Math.max(3, asked.sources().size())];
    for (Row c : of(CompletenessStrata.SOURCES)) {
      if (number(c, "a") >= 0) {
        found[number(c, "a")] += cases(c);
      }
    }
    return found;
  }

  /** Cases of which the number of sources is known. */
  long withSourcesKnown() {
    return of(CompletenessStrata.SOURCES).stream()
        .filter(c -> number(c, "b") > 0)
        .mapToLong(CompletenessCells::cases)
        .sum();
  }

  /** Cases of so many sources. */
  long withSources(int sources) {
    return of(CompletenessStrata.SOURCES).stream()
        .filter(c -> number(c, "b") == sources)
        .mapToLong(CompletenessCells::cases)
        .sum();
  }

  double meanSources() {
    return moment(1) / withSourcesKnown();
  }

  /** Normal limits of the mean number of sources; it is at least 1. */
  Interval meanLimits() {
    double n = withSourcesKnown();
    double mean = meanSources();
    double variance = Math.max(0, moment(2) / n - mean * mean);
    return Interval.normal(mean, Math.sqrt(variance / n)).within(1, Double.MAX_VALUE);
  }

  private double moment(int power) {
    return of(CompletenessStrata.SOURCES).stream()
        .filter(c -> number(c, "b") > 0)
        .mapToDouble(c -> cases(c) * Math.pow(number(c, "b"), power))
        .sum();
  }

  /** Cases first notified by a death certificate. */
  long dcn() {
    return notified(1);
  }

  /** Cases of which it is known whether a death certificate notified them first. */
  long dcnKnown() {
    return notified(0) + notified(1);
  }

  private long notified(int flag) {
    return of(CompletenessStrata.SOURCES).stream()
        .filter(c -> number(c, "c") == flag)
        .mapToLong(CompletenessCells::cases)
        .sum();
  }

  /** Days from incidence to registration, with the cases of each. */
  SortedMap<Integer, Long> delays() {
    SortedMap<Integer, Long> delays = new TreeMap<>();
    of(CompletenessStrata.DELAY).forEach(c -> delays.merge(number(c, "a"), cases(c), Long::sum));
    return delays;
  }

  FlowTally flow() {
    FlowTally flow = FlowTally.over(asked.years() * CompletenessStrata.STEPS_A_YEAR);
    for (Row c : of(CompletenessStrata.FLOW)) {
      FlowTally.End end = FlowTally.End.values()[number(c, "c")];
      flow = flow.with(number(c, "a"), number(c, "b"), end, cases(c));
    }
    return flow;
  }

  private List<Row> of(int facet) {
    return cells.stream().filter(c -> number(c, "f") == facet).toList();
  }

  private static int number(Row cell, String column) {
    return cell.<Integer>getAs(column);
  }

  private static long cases(Row cell) {
    return cell.<Long>getAs("n");
  }
}
