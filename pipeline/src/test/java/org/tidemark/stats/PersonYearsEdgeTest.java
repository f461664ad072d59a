package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What rounding leaves of nobody is nobody")
class PersonYearsEdgeTest {
  private static AgeSpecificCounts oldest(long cases, double years) {
    long[] all = new long[AgeSpecificCounts.GROUPS];
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(all, cases);
    Arrays.fill(personYears, 1000);
    personYears[AgeSpecificCounts.GROUPS - 1] = years;
    return AgeSpecificCounts.of(all, 0, personYears);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-304, 1e-16, 9.9e-7})
  void noPersonYearsNoRate(double residue) {
    assertThat(Rate.of(3, residue).shortfall()).contains(Shortfall.CASES_WITHOUT_PERSON_YEARS);
    assertThat(Rate.of(0, residue).shortfall()).contains(Shortfall.NO_PERSON_YEARS);
    assertThat(RateRatio.of(1, 10, 1, residue).shortfall()).contains(Shortfall.NO_PERSON_YEARS);
    assertThat(RateRatio.of(1, residue, 1, 10).shortfall()).contains(Shortfall.NO_PERSON_YEARS);
    assertThat(AgePeriodTable.of(new long[][] {{1, 1}}, new double[][] {{1, residue}}).shortfall())
        .contains(Shortfall.AGE_GROUP_WITHOUT_PERSON_YEARS);
    // An open last group that nobody is left in makes the one before it the last.
    assertThat(oldest(2, residue).openGroup()).isEqualTo(AgeSpecificCounts.GROUPS - 2);
  }

  /** Growth that ends at nobody: three persons, a year's loss of a third, by tenths of a year. */
  @Test
  void interpolationMayEndBesideZero() {
    double share = 0;
    for (int i = 0; i < 10; i++) {
      share += 0.1;
    }
    double rest = Growth.LINEAR.at(3, 0, share);
    assertThat(rest).isPositive().isLessThan(1e-14);
    assertThat(Rate.of(0, rest).figure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.5, 1e15})
  void personYearsThatAreSomeGiveFiniteRates(double years) {
    for (long events : new long[] {0, 1, 1_000_000}) {
      Rate rate = Rate.of(events, years).get();
      assertThat(rate.exact().contains(rate.per100k())).isTrue();
      assertThat(Double.isFinite(rate.byar().upper())).isTrue();
    }
  }
}
