package org.tidemark.estimate;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.tidemark.stats.AgeRange;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.Answer;
import org.tidemark.stats.DirectlyStandardisedRate;
import org.tidemark.stats.Shortfall;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.SeriesStrata;

/**
 * The counts of a series by year, in order.
 *
 * @param years calendar years
 * @param strata one a year
 * @param counts one a year, for rates
 * @param hindrance why some year has no rate, with the year; empty where all have one
 * @param cases of all years, also of unknown age
 */
record YearlySeries(
    int[] years,
    List<IncidenceStratum> strata,
    List<AgeSpecificCounts> counts,
    String hindrance,
    long cases) {

  /**
   * Reads a row of {@link SeriesStrata}.
   *
   * @param unknownAge whether cases of unknown age are spread over the known ages
   */
  static YearlySeries of(Row row, boolean unknownAge) {
    return of(row.<Row>getList(row.fieldIndex(SeriesStrata.YEARS)), unknownAge);
  }

  /** Reads yearly strata, in any order. */
  static YearlySeries of(List<Row> unordered, boolean unknownAge) {
    List<Row> rows = unordered.stream().sorted(Comparator.comparing(YearlySeries::year)).toList();
    List<IncidenceStratum> strata = rows.stream().map(IncidenceStratum::of).toList();
    String hindrance = "";
    for (int i = 0; i < strata.size() && hindrance.isEmpty(); i++) {
      String why = strata.get(i).hindrance();
      hindrance = why.isEmpty() ? "" : year(rows.get(i)) + ": " + why;
    }
    return new YearlySeries(
        rows.stream().mapToInt(r -> Integer.parseInt(year(r))).toArray(),
        strata,
        strata.stream().map(s -> s.counts(unknownAge)).toList(),
        hindrance,
        strata.stream().mapToLong(IncidenceStratum::allCases).sum());
  }

  /** Standardised rates by year; insufficient where a year has none. */
  Answer<List<DirectlyStandardisedRate>> rates(double[] weights) {
    List<Answer<DirectlyStandardisedRate>> rates =
        counts.stream().map(c -> DirectlyStandardisedRate.of(c, weights, AgeRange.ALL)).toList();
    for (Answer<DirectlyStandardisedRate> rate : rates) {
      if (rate.shortfall().isPresent()) {
        return Answer.insufficient(rate.shortfall().get());
      }
    }
    return Answer.given(rates.stream().map(Answer::get).toList());
  }

  /** The counts of all years together, up to the lowest open age group. */
  AgeSpecificCounts pooled() {
    int open = counts.stream().mapToInt(AgeSpecificCounts::openGroup).min().orElse(-1);
    long[] all = new long[AgeSpecificCounts.GROUPS];
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    for (AgeSpecificCounts one : counts) {
      for (int g = 0; g < AgeSpecificCounts.GROUPS; g++) {
        int group = open < 0 ? g : Math.min(g, open);
        all[group] += one.cases(g);
        personYears[group] += one.personYears(g);
      }
    }
    return AgeSpecificCounts.of(all, 0, personYears);
  }

  /** The counts; insufficient where a year is missing between two others. */
  Answer<List<AgeSpecificCounts>> withoutGap() {
    boolean whole = years[years.length - 1] - years[0] == years.length - 1;
    return whole ? Answer.given(counts) : Answer.insufficient(Shortfall.YEAR_MISSING);
  }

  int first() {
    return years[0];
  }

  int last() {
    return years[years.length - 1];
  }

  private static String year(Row row) {
    return row.getAs(IncidenceStrata.PERIOD);
  }
}
