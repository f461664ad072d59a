package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Age, period, cohort and what follows")
class AgePeriodCohortTest {
  private static final int AGES = 12;
  private static final int PERIODS = 6;

  /** Counts of a model: a level an age, a factor a period and one a cohort. */
  private static AgePeriodTable table(double drift, double bendAtPeriod3, double cohortBend) {
    long[][] cases = new long[AGES][PERIODS];
    double[][] years = new double[AGES][PERIODS];
    for (int a = 0; a < AGES; a++) {
      for (int p = 0; p < PERIODS; p++) {
        int cohort = p - a + AGES - 1;
        double log =
            Math.log(1e-4)
                + 0.3 * a
                + drift * AgePeriodTable.WIDTH * p
                + bendAtPeriod3 * Math.max(0, p - 3)
                + cohortBend * Math.max(0, cohort - 8);
        years[a][p] = 4e7 / (1 + a);
        cases[a][p] = Math.round(years[a][p] * Math.exp(log));
      }
    }
    return AgePeriodTable.of(cases, years).get();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.03, 0, 0.02})
  void driftThatIsThereIsFoundAndNothingElse(double drift) {
    AgePeriodCohort found = AgePeriodCohort.of(table(drift, 0, 0)).get();
    assertThat(found.drift().slope()).isCloseTo(drift, within(1e-4));
    assertThat(found.drift().limits().contains(found.drift().percent())).isTrue();
    assertThat(found.periodBends()).isGreaterThan(0.5);
    assertThat(found.cohortBends()).isGreaterThan(0.5);
    // Ages, periods and cohorts less what they have in common.
    int coefficients = AGES + PERIODS + (AGES + PERIODS - 1) - 3;
    assertThat(found.fullFreedom()).isEqualTo(AGES * PERIODS - coefficients);
  }

  @Test
  void bendsAreFoundWhereTheyAre() {
    AgePeriodCohort period = AgePeriodCohort.of(table(0.01, -0.2, 0)).get();
    assertThat(period.periodBends()).isLessThan(1e-6);
    assertThat(period.cohortBends()).isGreaterThan(0.5);
    AgePeriodCohort cohort = AgePeriodCohort.of(table(0.01, 0, 0.2)).get();
    assertThat(cohort.cohortBends()).isLessThan(1e-6);
    assertThat(cohort.periodBends()).isGreaterThan(0.5);
    assertThat(cohort.fullDeviance()).isLessThanOrEqualTo(cohort.cohortDeviance() + 1e-9);
    assertThat(cohort.cohortDeviance()).isLessThan(cohort.driftDeviance());
    assertThat(cohort.periodDeviance()).isLessThanOrEqualTo(cohort.driftDeviance());
  }

  @Test
  void yearsAreSummedToPeriodsFromTheLastBack() {
    List<AgeSpecificCounts> years = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long[] cases = new long[AgeSpecificCounts.GROUPS];
      double[] persons = new double[AgeSpecificCounts.GROUPS];
      Arrays.fill(cases, 1L << Math.min(i, 5));
      Arrays.fill(persons, 0, i == 4 ? 16 : 18, 1000.0);
      years.add(AgeSpecificCounts.of(cases, 0, persons));
    }
    AgePeriodTable table = AgePeriodTable.ofYears(years).get();
    assertThat(table.periods()).isEqualTo(2);
    assertThat(table.ages()).isEqualTo(16);
    assertThat(table.cases(3, 1)).isEqualTo(5 * 32);
    assertThat(table.cases(15, 1)).isEqualTo(3 * 5 * 32);
    assertThat(table.personYears(15, 0)).isEqualTo(4 * 3000.0 + 1000);
    assertThat(table.without(1).periods()).isOne();
    assertThat(AgePeriodTable.ofYears(years.subList(0, 4)).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
  }

  /** Constant rates go on as they are, however far. */
  @Test
  void whatDoesNotChangeGoesOn() {
    AgePeriodTable table = table(0, 0, 0);
    double[] weights = Weights.ones();
    Projection ahead = Projection.of(table, weights, 4).get();
    double now = asr(table, PERIODS - 1);
    assertThat(ahead.recent()).isFalse();
    double width = 0;
    for (Projection.Period period : ahead.periods()) {
      assertThat(period.asr()).isCloseTo(now, within(1e-3 * now));
      assertThat(period.limits().contains(period.asr())).isTrue();
      double next = Math.log(period.limits().upper() / period.limits().lower());
      assertThat(next).isGreaterThan(width);
      width = next;
    }
  }

  /**
   * Under the fifth power a linear predictor grows evenly; the cut takes its share of each step.
   */
  @Test
  void theDriftIsCutStepByStep() {
    long[][] cases = new long[3][5];
    double[][] years = new double[3][5];
    for (int a = 0; a < 3; a++) {
      for (int p = 0; p < 5; p++) {
        years[a][p] = 1e9;
        cases[a][p] = Math.round(1e9 * Math.pow(0.1 + 0.02 * a + 0.005 * p, 5));
      }
    }
    Projection ahead =
        Projection.of(AgePeriodTable.of(cases, years).get(), Weights.ones(), 5).get();
    double[] moved = {1, 1.75, 2.25, 2.5, 2.75};
    for (int step = 0; step < 5; step++) {
      double expected = Math.pow(0.1 + 0.02 + 0.005 * (4 + moved[step]), 5);
      assertThat(ahead.periods().get(step).rates().get(1))
          .isCloseTo(expected, within(2e-3 * expected));
    }
  }

  /** A trend that turned is carried on from where it turned to. */
  @Test
  void aRecentTurnIsFollowed() {
    Projection ahead = Projection.of(table(0.04, -0.4, 0), Weights.ones(), 1).get();
    assertThat(ahead.recent()).isTrue();
    assertThat(ahead.periods().get(0).asr()).isLessThan(asr(table(0.04, -0.4, 0), PERIODS - 1));
  }

  @Test
  void realRatesAreForetoldWithinTheirLimits() {
    Map<List<String>, AgeSpecificCounts> yearly = IncidenceReference.yearly();
    double[] segi = IncidenceReference.weights("SEGI");
    for (String sex : List.of("1", "2")) {
      List<AgeSpecificCounts> counts = new ArrayList<>();
      for (int year = 1968; year <= 2007; year++) {
        AgeSpecificCounts one = yearly.get(List.of("Slovakia", sex, Integer.toString(year)));
        if (one != null) {
          counts.add(one);
        }
      }
      AgePeriodTable table = AgePeriodTable.ofYears(counts).get();
      Projection told = Projection.of(table.without(1), segi, 1).get();
      long[] cases = new long[AgeSpecificCounts.GROUPS];
      double[] years = new double[AgeSpecificCounts.GROUPS];
      for (int a = 0; a < table.ages(); a++) {
        cases[a] = table.cases(a, table.periods() - 1);
        years[a] = table.personYears(a, table.periods() - 1);
      }
      double seen =
          DirectlyStandardisedRate.of(AgeSpecificCounts.of(cases, 0, years), segi, AgeRange.ALL)
              .get()
              .asr();
      assertThat(told.periods().get(0).asr()).isCloseTo(seen, within(0.35 * seen));
    }
  }

  @Test
  void fewPeriodsOrCasesAreNotCarriedOn() {
    AgePeriodTable table = table(0, 0, 0);
    assertThat(Projection.of(table.without(3), Weights.ones(), 1).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
    long[][] none = new long[3][5];
    double[][] years = {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}};
    AgePeriodTable empty = AgePeriodTable.of(none, years).get();
    assertThat(Projection.of(empty, Weights.ones(), 1).shortfall()).isPresent();
    assertThat(AgePeriodCohort.of(empty).shortfall()).isPresent();
    years[1][2] = 0;
    assertThat(AgePeriodTable.of(none, years).shortfall())
        .contains(Shortfall.AGE_GROUP_WITHOUT_PERSON_YEARS);
  }

  private static double asr(AgePeriodTable table, int period) {
    double sum = 0;
    for (int a = 0; a < table.ages(); a++) {
      double rate = table.cases(a, period) / table.personYears(a, period);
      // The open group bears the weights of all that follow it.
      sum += rate * (a == table.ages() - 1 ? AgeSpecificCounts.GROUPS - a : 1);
    }
    return sum / AgeSpecificCounts.GROUPS * Rate.PER;
  }

  private static final class Weights {
    private static double[] ones() {
      double[] weights = new double[AgeSpecificCounts.GROUPS];
      Arrays.fill(weights, 1);
      return weights;
    }
  }
}
