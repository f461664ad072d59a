package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /** The four examples of Newcombe RG, Stat Med 1998;17:857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81,263,0.2553,0.3662",
    "15,148,0.0624,0.1605",
    "0,20,0.0000,0.1611",
    "1,29,0.0061,0.1718"
  })
  void scoreIntervalsOfTheSingleProportion(long events, long trials, double lower, double upper) {
    Interval wilson = Proportion.of(events, trials).get().wilson();
    assertThat(wilson.lower()).isCloseTo(lower, within(5e-5));
    assertThat(wilson.upper()).isCloseTo(upper, within(5e-5));
  }

  /** The eight contrasts of Newcombe RG, Stat Med 1998;17:873-890, table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56,70,48,80,0.0524,0.3339",
    "9,10,3,10,0.1705,0.8090",
    "6,7,2,7,0.0582,0.8062",
    "5,56,0,29,-0.0381,0.1926",
    "0,10,0,20,-0.1611,0.2775",
    "0,10,0,10,-0.2775,0.2775",
    "10,10,0,20,0.6791,1.0000",
    "10,10,0,10,0.6075,1.0000"
  })
  void hybridScoreIntervalsOfTheDifference(
      long a, long m, long b, long n, double lower, double upper) {
    DifferenceOfProportions difference =
        DifferenceOfProportions.of(Proportion.of(a, m).get(), Proportion.of(b, n).get());
    assertThat(difference.limits().lower()).isCloseTo(lower, within(5e-5));
    assertThat(difference.limits().upper()).isCloseTo(upper, within(5e-5));
  }

  /** The limits are the shares at which the score test just rejects. */
  @Test
  void scoreLimitsSolveTheirEquationForEverySmallTable() {
    for (int n = 1; n <= 60; n++) {
      for (int d = 0; d <= n; d++) {
        Proportion p = Proportion.of(d, n).get();
        assertThat(p.wilson().contains(p.share())).isTrue();
        if (d > 0) {
          assertThat(score(p, p.wilson().lower())).isCloseTo(Confidence.Z, within(1e-9));
        }
        if (d < n) {
          assertThat(score(p, p.wilson().upper())).isCloseTo(-Confidence.Z, within(1e-9));
        }
      }
    }
  }

  @Test
  void differencesStayInsideAndContainTheEstimateForEverySmallTable() {
    for (int m = 1; m <= 9; m++) {
      for (int n = 1; n <= 9; n++) {
        for (int cell = 0; cell < (m + 1) * (n + 1); cell++) {
          DifferenceOfProportions difference =
              DifferenceOfProportions.of(
                  Proportion.of(cell % (m + 1), m).get(), Proportion.of(cell / (m + 1), n).get());
          assertThat(difference.limits().contains(difference.difference())).isTrue();
          assertThat(new Interval(-1, 1).contains(difference.limits().lower())).isTrue();
          assertThat(new Interval(-1, 1).contains(difference.limits().upper())).isTrue();
        }
      }
    }
  }

  @Test
  void noTrialGivesNoShare() {
    assertThat(Proportion.of(0, 0).shortfall()).contains(Shortfall.NO_OBSERVATIONS);
    assertThatThrownBy(() -> Proportion.of(3, 2)).hasMessageStartingWith("proportion must hold");
    assertThatThrownBy(() -> Proportion.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double score(Proportion p, double share) {
    return (p.share() - share) / Math.sqrt(share * (1 - share) / p.trials());
  }
}
