package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRatioTest {
  @Test
  void aPublishedComparisonOfTwoRates() {
    RateRatio ratio = RateRatio.of(11, 800, 21, 1083 + 1050 + 878).get();
    assertThat(ratio.ratio()).isCloseTo(1.971488, within(1e-6));
    assertThat(ratio.exact().lower()).isCloseTo(0.8584264, within(1e-7));
    assertThat(ratio.exact().upper()).isCloseTo(4.2772659, within(1e-7));
  }

  /** The definition: at a limit, the conditional binomial leaves 2.5 % beyond what was observed. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,7", "7,2", "15,41", "1,30", "30,1", "200,180"})
  void limitsLeaveTheTailsOfTheConditionalBinomial(int a, int b) {
    double years = 3;
    Interval exact = RateRatio.of(a, 1, b, years).get().exact();
    assertThat(binomial(a, b, exact.lower() / years).survivalProbability(a - 1))
        .isCloseTo(Confidence.TAIL, within(1e-11));
    assertThat(binomial(a, b, exact.upper() / years).cumulativeProbability(a))
        .isCloseTo(Confidence.TAIL, within(1e-11));
  }

  @Test
  void theRatioTurnedRoundHasTheLimitsTurnedRound() {
    Interval one = RateRatio.of(9, 400, 14, 300).get().exact();
    Interval other = RateRatio.of(14, 300, 9, 400).get().exact();
    assertThat(one.lower()).isCloseTo(1 / other.upper(), within(1e-12));
    assertThat(one.upper()).isCloseTo(1 / other.lower(), within(1e-12));
  }

  @Test
  void zeroEventsAreOneSidedOrInsufficient() {
    RateRatio none = RateRatio.of(0, 10, 4, 10).get();
    assertThat(none.ratio()).isZero();
    assertThat(none.exact().lower()).isZero();
    assertThat(none.exact().upper()).isFinite().isPositive();
    assertThat(RateRatio.of(4, 10, 0, 10).shortfall()).contains(Shortfall.NO_CASES);
    assertThat(RateRatio.of(4, 10, 4, 0).shortfall()).contains(Shortfall.NO_PERSON_YEARS);
  }

  private static BinomialDistribution binomial(int a, int b, double odds) {
    return BinomialDistribution.of(a + b, odds / (1 + odds));
  }
}
