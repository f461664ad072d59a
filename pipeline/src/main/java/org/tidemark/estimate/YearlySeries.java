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
 * @param counts one a year
 * @param hindrance why some year has no rate, with the year; empty where all have one
 * @param cases of all years, also of unknown age
 */
record YearlySeries(int[] years, List<AgeSpecificCounts> counts, String hindrance, long cases) {

  /**
   * Reads a row of {@link SeriesStrata}.
   *
   * @param unknownAge whether cases of unknown age are spread over the known ages
   */
  static YearlySeries of(Row row, boolean unknownAge) {
    List<Row> rows =
        row.<Row>getList(row.fieldIndex(SeriesStrata.YEARS)).stream()
            .sorted(Comparator.comparing(YearlySeries::year))
            .toList();
    List<IncidenceStratum> strata = rows.stream().map(IncidenceStratum::of).toList();
    String hindrance = "";
    for (int i = 0; i < strata.size() && hindrance.isEmpty(); i++) {
      String why = strata.get(i).hindrance();
      hindrance = why.isEmpty() ? "" : year(rows.get(i)) + ": " + why;
    }
    return new YearlySeries(
        rows.stream().mapToInt(r -> Integer.parseInt(year(r))).toArray(),
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
