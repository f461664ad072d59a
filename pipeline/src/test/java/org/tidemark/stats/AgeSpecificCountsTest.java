package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeSpecificCountsTest {
  private static final int GROUPS = AgeSpecificCounts.GROUPS;

  @ParameterizedTest
  @ValueSource(ints = {12, 15, 16, 17})
  void theLastGroupWithPopulationTakesInTheLaterOnes(int open) {
    AgeSpecificCounts counts = openAt(open);
    assertThat(counts.openGroup()).isEqualTo(open);
    assertThat(counts.pooledCases(open)).isEqualTo(GROUPS - open);
    assertThat(counts.pooledCases(open - 1)).isEqualTo(1);
    assertThat(counts.cases(open)).isEqualTo(1);
    assertThat(counts.knownAge()).isEqualTo(GROUPS);
    double[] weights = new double[GROUPS];
    Arrays.setAll(weights, g -> g + 1.0);
    double[] pooled = counts.pool(weights);
    assertThat(pooled).hasSize(open + 1);
    assertThat(Arrays.stream(pooled).sum()).isEqualTo(GROUPS * (GROUPS + 1) / 2.0);
  }

  @Test
  void childhoodAgesEndAtTheirBorder() {
    AgeRange ages = AgeRange.below(15);
    assertThat(ages).isEqualTo(new AgeRange(0, 2));
    assertThat(ages.label()).isEqualTo("0-14");
    assertThat(openAt(17).personYears(ages))
        .isEqualTo(
            openAt(17).personYears(0) + openAt(17).personYears(1) + openAt(17).personYears(2));
    assertThatThrownBy(() -> AgeRange.below(12)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(AgeRange.ALL::label).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void poolingByHandGivesTheSameRateAsPoolingInside() {
    double[] weights = new double[GROUPS];
    Arrays.setAll(weights, g -> 20.0 - g);
    DirectlyStandardisedRate inside =
        DirectlyStandardisedRate.of(openAt(15), weights, AgeRange.ALL).get();
    double sum = 0;
    for (int g = 0; g < 15; g++) {
      sum += weights[g] * 1 / 1000;
    }
    sum += (weights[15] + weights[16] + weights[17]) * 3 / 1000;
    double expected = sum / Arrays.stream(weights).sum() * Rate.PER;
    assertThat(inside.asr()).isCloseTo(expected, within(1e-9));
    assertThat(inside.cases()).isEqualTo(GROUPS);
    assertThat(inside.ageGroups()).isEqualTo(16);
  }

  @Test
  void unknownAgesAreSpreadInProportion() {
    long[] cases = new long[GROUPS];
    cases[10] = 8;
    AgeSpecificCounts counts = AgeSpecificCounts.of(cases, 2, full(1000));
    assertThat(counts.unknownAgeCorrection().get()).isEqualTo(1.25);
    DirectlyStandardisedRate asr = DirectlyStandardisedRate.of(counts, full(1), AgeRange.ALL).get();
    assertThat(asr.asr()).isCloseTo(1.25 * asr.uncorrected(), within(1e-9));
    assertThat(asr.unknownAge()).isEqualTo(2);
    assertThat(AgeSpecificCounts.of(new long[GROUPS], 0, full(1)).unknownAgeCorrection().get())
        .isEqualTo(1);
  }

  @Test
  void aTruncatedRateUsesOnlyItsOwnWeights() {
    long[] cases = new long[GROUPS];
    Arrays.fill(cases, 2);
    DirectlyStandardisedRate asr =
        DirectlyStandardisedRate.of(
                AgeSpecificCounts.of(cases, 0, full(1000)), full(7), AgeRange.TRUNCATED_35_64)
            .get();
    assertThat(asr.asr()).isCloseTo(200, within(1e-9));
    assertThat(asr.cases()).isEqualTo(12);
    assertThat(asr.ageGroups()).isEqualTo(6);
    assertThat(asr.personYears()).isEqualTo(6000);
  }

  @Test
  void everyGroupAnswersForItself() {
    double[] personYears = full(1000);
    personYears[3] = 0;
    personYears[17] = 0;
    List<Answer<Rate>> rates =
        AgeSpecificRates.of(AgeSpecificCounts.of(new long[GROUPS], 0, personYears));
    assertThat(rates).hasSize(17);
    assertThat(rates.get(3).shortfall()).contains(Shortfall.NO_PERSON_YEARS);
    assertThat(rates.get(4).get().per100k()).isZero();
    assertThat(rates.get(4).get().exact().lower()).isZero();
  }

  /** Both gamma limits written out with chi-square quantiles of twice the shape. */
  @Test
  void gammaLimitsByTheirFormulas() {
    double[] weights = new double[GROUPS];
    Arrays.setAll(weights, g -> 1.0 + g % 4);
    long[] cases = new long[GROUPS];
    Arrays.setAll(cases, g -> g % 5);
    double total = Arrays.stream(weights).sum();
    double y = 0;
    double v = 0;
    double meanShare = 0;
    double meanSquare = 0;
    double largest = 0;
    for (int g = 0; g < GROUPS; g++) {
      double share = weights[g] / total / 5000;
      y += share * cases[g];
      v += share * share * cases[g];
      meanShare += share / GROUPS;
      meanSquare += share * share / GROUPS;
      largest = Math.max(largest, share);
    }
    DirectlyStandardisedRate asr =
        DirectlyStandardisedRate.of(
                AgeSpecificCounts.of(cases, 0, full(5000)), weights, AgeRange.ALL)
            .get();
    assertThat(asr.fayFeuer().lower()).isCloseTo(limit(y, v, 0.025), within(1e-6));
    assertThat(asr.fayFeuer().upper())
        .isCloseTo(limit(y + largest, v + largest * largest, 0.975), within(1e-6));
    assertThat(asr.tiwari().upper())
        .isCloseTo(limit(y + meanShare, v + meanSquare, 0.975), within(1e-6));
    assertThat(asr.tiwari().lower()).isEqualTo(asr.fayFeuer().lower());
  }

  @Test
  void aRangeLiesInsideTheGroups() {
    assertThatThrownBy(() -> new AgeRange(3, 18)).hasMessageContaining("eighteen");
    assertThatThrownBy(() -> new AgeRange(5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThat(AgeRange.UP_TO_74.openEnded()).isFalse();
    assertThat(AgeRange.ALL.openEnded()).isTrue();
  }

  private static double limit(double y, double v, double probability) {
    double quantile =
        ChiSquaredDistribution.of(2 * y * y / v).inverseCumulativeProbability(probability);
    return quantile * v / (2 * y) * Rate.PER;
  }

  /** One case and a thousand person-years a group, without population after the open one. */
  private static AgeSpecificCounts openAt(int open) {
    long[] cases = new long[GROUPS];
    Arrays.fill(cases, 1);
    double[] personYears = full(1000);
    Arrays.fill(personYears, open + 1, GROUPS, 0);
    return AgeSpecificCounts.of(cases, 0, personYears);
  }

  private static double[] full(double value) {
    double[] values = new double[GROUPS];
    Arrays.fill(values, value);
    return values;
  }
}
