package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  /** Limits as tabulated since Garwood, to the digits of the table. */
  @ParameterizedTest
  @CsvSource({
    "0,0,3.689",
    "1,0.0253,5.572",
    "2,0.242,7.225",
    "5,1.623,11.668",
    "10,4.795,18.390",
    "20,12.217,30.888",
    "50,37.111,65.919",
    "100,81.364,121.627"
  })
  void exactLimitsAreThoseOfTheTables(long events, double lower, double upper) {
    Interval limits = PoissonInterval.exact(events);
    assertThat(limits.lower()).isCloseTo(lower, within(6e-4));
    assertThat(limits.upper()).isCloseTo(upper, within(6e-4));
  }

  /** The definition: each tail of the Poisson distribution at a limit holds 2.5 %. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 40, 133})
  void exactLimitsLeaveTheTailsByEnumeration(int events) {
    Interval limits = PoissonInterval.exact(events);
    assertThat(1 - below(events, limits.lower())).isCloseTo(Confidence.TAIL, within(1e-12));
    assertThat(below(events + 1, limits.upper())).isCloseTo(Confidence.TAIL, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 30, 100, 1000, 100_000})
  void byarLimitsAreCloseToTheExactOnes(long events) {
    Interval byar = PoissonInterval.byar(events);
    Interval exact = PoissonInterval.exact(events);
    assertThat(byar.lower()).isCloseTo(exact.lower(), within(0.01));
    assertThat(byar.upper()).isCloseTo(exact.upper(), within(0.01));
    assertThat(byar.contains((double) events)).isTrue();
  }

  @Test
  void byarOfNoEventStartsAtZero() {
    assertThat(PoissonInterval.byar(0).lower()).isZero();
    assertThat(PoissonInterval.byar(1).lower()).isPositive();
  }

  @Test
  void ageSpecificRatesAgreeWithTheReference() {
    Map<List<String>, AgeSpecificCounts> counts = IncidenceReference.ci5();
    for (CSVRecord row : Reference.rows("incidence/expected_age_specific_ci5xii.csv")) {
      AgeSpecificCounts table = counts.get(IncidenceReference.key(row));
      int group = Reference.integer(row, "age_group") - 1;
      Rate counted = Rate.of(table.cases(group), table.personYears(group)).get();
      Reference.near(row, "rate_per_1e5", counted.per100k(), 1e-9);
      Rate published = AgeSpecificRates.of(table).get(group).get();
      // The reference leaves later cases out of the open-ended group; its population holds them.
      assertThat(published.per100k() == counted.per100k())
          .isEqualTo(group < table.openGroup() || table.pooledCases(group) == table.cases(group));
    }
  }

  @Test
  void noPersonYearsGiveNoRate() {
    assertThat(Rate.of(3, 0).shortfall()).contains(Shortfall.CASES_WITHOUT_PERSON_YEARS);
    assertThat(Rate.of(0, 0).shortfall()).contains(Shortfall.NO_PERSON_YEARS);
    assertThatThrownBy(() -> Rate.of(0, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.of(-1, 10)).hasMessageContaining("events of a rate");
  }

  private static double below(int events, double mean) {
    double term = Math.exp(-mean);
    double sum = 0;
    for (int k = 0; k < events; k++) {
      sum += term;
      term *= mean / (k + 1);
    }
    return sum;
  }
}
