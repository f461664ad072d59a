package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CumulativeRateTest {
  @Test
  void agreesWithTheReference() {
    Map<List<String>, AgeSpecificCounts> counts = IncidenceReference.ci5();
    for (CSVRecord row : Reference.rows("incidence/expected_cumulative_risk_ci5xii.csv")) {
      CumulativeRate rate = CumulativeRate.upTo74(counts.get(IncidenceReference.key(row))).get();
      Reference.near(row, "correction", rate.correction(), 1e-9);
      Reference.near(row, "cumrate_0_74_pct", rate.rate(), 1e-9);
      Reference.near(row, "cumrisk_0_74_pct", rate.risk(), 1e-9);
      // The package takes the correction times the risk; ours is the risk of the corrected rate.
      double uncorrected = 100 * -Math.expm1(-rate.rate() / rate.correction() / 100);
      Reference.near(row, "cumrisk_0_74_pct_rcan_way", uncorrected * rate.correction(), 1e-9);
      Reference.close(row, "cumrisk_rcan", uncorrected * rate.correction(), 0.00501);
      Reference.close(row, "se_rcan", rate.rateError(), 0.00501);
      // The column named se belongs to the corrected rate, not to the risk.
      Reference.near(row, "se_rcan_way", rate.rateError(), 1e-9);
      assertThat(rate.rateLimits().contains(rate.rate())).isTrue();
      assertThat(rate.riskLimits().contains(rate.risk())).isTrue();
    }
  }

  @Test
  void riskStaysBelowAHundredPercentWhateverTheRate() {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(cases, 90);
    Arrays.fill(personYears, 100);
    CumulativeRate rate = CumulativeRate.upTo74(AgeSpecificCounts.of(cases, 9, personYears)).get();
    assertThat(rate.rate()).isGreaterThan(6000);
    assertThat(rate.risk()).isLessThanOrEqualTo(100);
    assertThat(rate.riskLimits().upper()).isLessThanOrEqualTo(100);
  }

  @Test
  void riskIsTheTransformedRateByHand() {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(personYears, 1000);
    cases[10] = 4;
    cases[17] = 50;
    CumulativeRate rate = CumulativeRate.upTo74(AgeSpecificCounts.of(cases, 0, personYears)).get();
    assertThat(rate.rate()).isCloseTo(2.0, within(1e-12));
    assertThat(rate.rateError()).isCloseTo(1.0, within(1e-12));
    assertThat(rate.rateLimits().lower()).isCloseTo(2 - Confidence.Z, within(1e-12));
    assertThat(rate.risk()).isCloseTo(100 * (1 - Math.exp(-0.02)), within(1e-12));
    assertThat(rate.riskError()).isCloseTo(Math.exp(-0.02), within(1e-12));
  }

  @Test
  void aPopulationOpenBelow75HasNone() {
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(personYears, 0, 15, 1000);
    AgeSpecificCounts counts =
        AgeSpecificCounts.of(new long[AgeSpecificCounts.GROUPS], 0, personYears);
    assertThat(CumulativeRate.upTo74(counts).shortfall())
        .contains(Shortfall.OPEN_AGE_GROUP_IN_RANGE);
  }
}
