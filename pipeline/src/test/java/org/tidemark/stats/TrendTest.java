package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Annual percent change, log-linear and Poisson")
class TrendTest {
  private static final double TOLERANCE = 1e-7;

  @Test
  void agreesWithTheReference() {
    Map<List<String>, AgeSpecificCounts> yearly = IncidenceReference.yearly();
    int compared = 0;
    for (CSVRecord row : Reference.rows("incidence/expected_eapc.csv")) {
      List<AgeSpecificCounts> counts = new ArrayList<>();
      int first = Reference.integer(row, "year_min");
      int[] years = new int[Reference.integer(row, "years")];
      for (int i = 0; i < years.length; i++) {
        years[i] = first + i;
        counts.add(
            yearly.get(List.of(row.get("registry"), row.get("sex"), Integer.toString(first + i))));
      }
      logLinear(row, years, counts);
      poisson(row, years, counts);
      ofRoundedRates(row, years);
      compared++;
    }
    assertThat(compared).isEqualTo(10);
  }

  private static void logLinear(CSVRecord row, int[] years, List<AgeSpecificCounts> counts) {
    double[] segi = IncidenceReference.weights("SEGI");
    double[] asr =
        counts.stream()
            .mapToDouble(c -> DirectlyStandardisedRate.of(c, segi, AgeRange.ALL).get().asr())
            .toArray();
    LogLinearTrend trend = LogLinearTrend.of(years, asr).get();
    Reference.close(row, "slope_loglinear", trend.student().slope(), TOLERANCE);
    Reference.close(row, "se_slope", trend.student().error(), TOLERANCE);
    Reference.close(row, "eapc", trend.student().percent(), TOLERANCE);
    Reference.close(row, "eapc_lower_t", trend.student().limits().lower(), TOLERANCE);
    Reference.close(row, "eapc_upper_t", trend.student().limits().upper(), TOLERANCE);
    Reference.close(row, "eapc_lower_z", trend.normal().limits().lower(), TOLERANCE);
    Reference.close(row, "eapc_upper_z", trend.normal().limits().upper(), TOLERANCE);
  }

  /** The package takes its own rates, of two digits, and limits of the normal distribution. */
  private static void ofRoundedRates(CSVRecord row, int[] years) {
    double[] rounded =
        Reference.rows("incidence/expected_asr_yearly.csv").stream()
            .filter(r -> r.get("registry").equals(row.get("registry")))
            .filter(r -> r.get("sex").equals(row.get("sex")))
            .mapToDouble(r -> Reference.number(r, "asr_rcan"))
            .toArray();
    AnnualChange change = LogLinearTrend.of(years, rounded).get().normal();
    Reference.close(row, "eapc_rcan", change.percent(), TOLERANCE);
    Reference.close(row, "eapc_low", change.limits().lower(), TOLERANCE);
    Reference.close(row, "eapc_up", change.limits().upper(), TOLERANCE);
  }

  private static void poisson(CSVRecord row, int[] years, List<AgeSpecificCounts> counts) {
    long[] cases = counts.stream().mapToLong(AgeSpecificCounts::knownAge).toArray();
    double[] persons = counts.stream().mapToDouble(AgeSpecificCounts::personYears).toArray();
    AnnualChange crude = PoissonTrend.crude(years, cases, persons).get().change();
    Reference.close(row, "poisson_crude_slope", crude.slope(), TOLERANCE);
    Reference.close(row, "poisson_crude_se", crude.error(), TOLERANCE);
    Reference.close(row, "poisson_crude_eapc", crude.percent(), TOLERANCE);
    PoissonTrend byAge =
        PoissonTrend.byAge(years, counts.stream().map(TrendTest::asCompared).toList()).get();
    Reference.close(row, "poisson_age_slope", byAge.change().slope(), TOLERANCE);
    Reference.close(row, "poisson_age_se", byAge.change().error(), TOLERANCE);
    Reference.close(row, "poisson_age_eapc", byAge.change().percent(), TOLERANCE);
    Reference.close(row, "poisson_age_eapc_lower", byAge.change().limits().lower(), TOLERANCE);
    Reference.close(row, "poisson_age_eapc_upper", byAge.change().limits().upper(), TOLERANCE);
    Reference.close(row, "poisson_age_deviance", byAge.deviance(), TOLERANCE);
  }

  /**
   * Two registries count persons of 75 and over together, and their cases apart: the reference
   * leaves cases without a population of their own out of this one model. Ours counts them in the
   * open group, as every rate does.
   */
  private static AgeSpecificCounts asCompared(AgeSpecificCounts counts) {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    for (int g = 0; g <= counts.openGroup(); g++) {
      cases[g] = counts.cases(g);
      personYears[g] = counts.personYears(g);
    }
    return AgeSpecificCounts.of(cases, 0, personYears);
  }

  @Test
  void tenPercentAYearIsFoundWithoutError() {
    LogLinearTrend trend =
        LogLinearTrend.of(new int[] {2001, 2002, 2003}, new double[] {10, 11, 12.1}).get();
    assertThat(trend.student().percent()).isCloseTo(10, within(1e-10));
    assertThat(trend.student().limits().contains(trend.student().percent())).isTrue();
    assertThat(trend.student().p()).isLessThan(1e-6);
  }

  @Test
  void yearsWithoutACaseAreLeftOutAndCounted() {
    int[] years = {2000, 2001, 2002, 2003};
    LogLinearTrend trend = LogLinearTrend.of(years, new double[] {3, 0, 4, 5}).get();
    assertThat(trend.years()).isEqualTo(3);
    assertThat(trend.leftOut()).isOne();
    assertThat(LogLinearTrend.of(years, new double[] {3, 0, 0, 5}).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
  }

  /** Neither the unit of the rates nor the order of the years changes a relative change. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void unitAndOrderDoNotMatter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] years = {2000, 2001, 2002, 2003, 2004, 2005, 2006};
    double[] rates = random.doubles(years.length, 1, 50).toArray();
    int[] turned = new int[years.length];
    double[] perMillion = new double[years.length];
    Arrays.setAll(turned, i -> years[years.length - 1 - i]);
    Arrays.setAll(perMillion, i -> 10 * rates[years.length - 1 - i]);
    AnnualChange one = LogLinearTrend.of(years, rates).get().student();
    AnnualChange other = LogLinearTrend.of(turned, perMillion).get().student();
    assertThat(other.percent()).isCloseTo(one.percent(), within(1e-9));
    assertThat(other.limits().upper()).isCloseTo(one.limits().upper(), within(1e-9));
    assertThat(one.limits().contains(one.percent())).isTrue();
    assertThat(one.p()).isBetween(0.0, 1.0);
  }

  /** With two years, the Poisson change is the ratio of the two rates. */
  @Test
  void twoYearsGiveTheirRatio() {
    AnnualChange change =
        PoissonTrend.crude(new int[] {2010, 2011}, new long[] {40, 60}, new double[] {1000, 1200})
            .get()
            .change();
    assertThat(change.percent()).isCloseTo(100 * (60 / 1200.0 / (40 / 1000.0) - 1), within(1e-9));
    assertThat(change.error()).isCloseTo(Math.sqrt(1 / 40.0 + 1 / 60.0), within(1e-9));
  }

  @Test
  void whatCannotBeFittedIsInsufficient() {
    int[] years = {2010, 2011};
    double[] persons = {100, 100};
    assertThat(PoissonTrend.crude(years, new long[] {0, 0}, persons).shortfall())
        .contains(Shortfall.NO_CASES);
    assertThat(PoissonTrend.crude(years, new long[] {1, 1}, new double[] {0, 1}).shortfall())
        .contains(Shortfall.CASES_WITHOUT_PERSON_YEARS);
    assertThat(PoissonTrend.crude(new int[] {2010}, new long[] {1}, new double[] {5}).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
    assertThat(PoissonTrend.crude(years, new long[] {0, 7}, persons).shortfall()).isPresent();
  }
}
