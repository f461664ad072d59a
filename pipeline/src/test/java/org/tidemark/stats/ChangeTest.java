package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Change between two publications")
class ChangeTest {
  /** The definition: all pairs of two counts of one mean that differ by at least as much. */
  @ParameterizedTest
  @CsvSource({"20,35", "0,3", "3,0", "7,8", "100,140", "1000,1090"})
  void skellamIsTheSumOverAllPairs(long before, long after) {
    PoissonDistribution counts = PoissonDistribution.of((before + after) / 2.0);
    int most = (int) (3 * (before + after) + 60);
    double sum = 0;
    for (int a = 0; a <= most; a++) {
      for (int b = 0; b <= most; b++) {
        if (Math.abs(a - b) >= Math.abs(after - before)) {
          sum += counts.probability(a) * counts.probability(b);
        }
      }
    }
    CountChange change = CountChange.of(before, after);
    assertThat(change.p()).isCloseTo(sum, within(1e-9));
    assertThat(change.difference()).isEqualTo(after - before);
    assertThat(CountChange.of(after, before).p()).isEqualTo(change.p());
  }

  @Test
  void largeCountsJoinTheExactOnesSmoothly() {
    double exact = CountChange.of(19_800, 20_190).p();
    double normal = CountChange.of(19_812, 20_202).p();
    assertThat(normal).isCloseTo(exact, within(2e-4));
    assertThat(CountChange.of(10_000_000, 10_000_000).p()).isEqualTo(1);
    assertThat(CountChange.of(1_000_000, 1_100_000).p()).isLessThan(1e-100);
    assertThat(CountChange.of(0, 0).p()).isEqualTo(1);
  }

  @Test
  void estimatesAndShares() {
    EstimateChange change = EstimateChange.of(30, 3, 40, 4);
    assertThat(change.difference()).isEqualTo(10);
    assertThat(change.p()).isCloseTo(0.0455, within(1e-4));
    assertThat(EstimateChange.of(5, 0, 5, 0).p()).isEqualTo(1);
    assertThat(EstimateChange.of(5, 0, 6, 0).p()).isZero();
    EstimateChange share = EstimateChange.ofShares(50, 100, 70, 100).get();
    assertThat(share.difference()).isCloseTo(0.2, within(1e-12));
    assertThat(share.p()).isCloseTo(0.0039, within(1e-4));
    assertThat(EstimateChange.ofShares(0, 0, 1, 2).shortfall()).isPresent();
  }
}
