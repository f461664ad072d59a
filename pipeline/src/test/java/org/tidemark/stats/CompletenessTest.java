package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Completeness of case ascertainment")
class CompletenessTest {
  @Test
  void chapmansEstimateByHand() {
    TwoSourceCompleteness two = TwoSourceCompleteness.of(200, 150, 120).get();
    assertThat(two.registered()).isEqualTo(230);
    assertThat(two.estimate()).isCloseTo(201.0 * 151 / 121 - 1, within(1e-12));
    assertThat(two.error() * two.error())
        .isCloseTo(201.0 * 151 * 80 * 30 / (121.0 * 121 * 122), within(1e-9));
    assertThat(two.completeness()).isCloseTo(92.06, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"10,10,10", "10,10,0", "5,100,5", "1,1,0", "100000,90000,85000"})
  void neverFewerThanAreKnownAndTheLimitsContainIt(long first, long second, long both) {
    TwoSourceCompleteness two = TwoSourceCompleteness.of(first, second, both).get();
    assertThat(two.estimate()).isGreaterThanOrEqualTo(two.registered());
    assertThat(two.limits().contains(two.estimate())).isTrue();
    assertThat(two.completenessLimits().contains(two.completeness())).isTrue();
    assertThat(two.completenessLimits().upper()).isLessThanOrEqualTo(100);
    assertThat(TwoSourceCompleteness.of(second, first, both).get()).isEqualTo(two);
  }

  @Test
  void noCaseOrAnImpossibleOverlap() {
    assertThat(TwoSourceCompleteness.of(0, 0, 0).shortfall()).contains(Shortfall.NO_CASES);
    assertThatThrownBy(() -> TwoSourceCompleteness.of(3, 5, 4))
        .hasMessageContaining("both sources");
  }

  /** Independent sources that find 80, 50 and 25 % of 1000 cases: the hidden 75 are found. */
  @Test
  void independentSourcesShowWhomNobodyFound() {
    double[] found = {0.8, 0.5, 0.25};
    long[] counts = new long[7];
    for (int cell = 1; cell <= 7; cell++) {
      double share = 1;
      for (int s = 0; s < 3; s++) {
        share *= (cell >> s & 1) == 1 ? found[s] : 1 - found[s];
      }
      counts[cell - 1] = Math.round(1000 * share);
    }
    ThreeSourceCompleteness three = ThreeSourceCompleteness.of(counts).get();
    assertThat(three.model()).isEmpty();
    assertThat(three.missed()).isCloseTo(75, within(1e-6));
    assertThat(three.completeness()).isCloseTo(92.5, within(1e-6));
    assertThat(three.limits().contains(three.estimate())).isTrue();
  }

  /** With one pair dependent the closed form is n3alone times its odds; the model must agree. */
  @Test
  void theSaturatedModelAndTheOneOfAPairHaveClosedForms() {
    long[] n = {60, 40, 90, 30, 25, 20, 35};
    ThreeSourceCompleteness saturated =
        ThreeSourceCompleteness.models(n).stream()
            .filter(m -> m.model().equals("12+13+23"))
            .findFirst()
            .orElseThrow();
    // a111 a100 a010 a001 / (a110 a101 a011)
    double expected = 35.0 * 60 * 40 * 30 / (90.0 * 25 * 20);
    assertThat(saturated.missed()).isCloseTo(expected, within(1e-6 * expected));
    assertThat(ThreeSourceCompleteness.models(n)).hasSize(8);
    ThreeSourceCompleteness pair =
        ThreeSourceCompleteness.models(n).stream()
            .filter(m -> m.model().equals("12"))
            .findFirst()
            .orElseThrow();
    // The first two as one source beside the third: (found by either, not third)(third alone)/both.
    double either = (60.0 + 40 + 90) * 30 / (25.0 + 20 + 35);
    assertThat(pair.missed()).isCloseTo(either, within(1e-6 * either));
  }

  @Test
  void sourcesThatShareNobodySayNothing() {
    assertThat(ThreeSourceCompleteness.of(new long[7]).shortfall())
        .contains(Shortfall.NOT_ESTIMABLE);
  }

  @Test
  void theFlowOfCases() {
    double[] alive = {0.8, 0.6, 0.5};
    double[] none = new double[3];
    double[] all = new double[3];
    Arrays.fill(all, 1);
    // Nobody waits after the first step: only those who died in it half registered can be lost.
    FlowCompleteness quick = FlowCompleteness.of(alive, none, none);
    assertThat(quick.lost()).isCloseTo(10, within(1e-9));
    assertThat(quick.completeness()).isCloseTo(90, within(1e-9));
    assertThat(FlowCompleteness.of(alive, none, all).completeness()).isEqualTo(100);
    FlowCompleteness never = FlowCompleteness.of(alive, all, none);
    assertThat(never.completeness()).isCloseTo(0, within(1e-9));
    assertThat(never.missing()).isCloseTo(50, within(1e-9));
    FlowCompleteness some =
        FlowCompleteness.of(alive, new double[] {0.5, 0.2, 0.1}, new double[] {0.7, 0.7, 0.7});
    assertThat(some.completeness() + some.missing() + some.lost()).isCloseTo(100, within(1e-9));
    assertThatThrownBy(() -> FlowCompleteness.of(new double[] {0.5, 0.6}, all, none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void certificatesAndDeaths() {
    assertThat(DeathCertificateCompleteness.of(10, 100, 50).get().completeness())
        .isCloseTo(100 / 1.1, within(1e-12));
    assertThat(DeathCertificateCompleteness.of(0, 100, 50).get().completeness()).isEqualTo(100);
    assertThat(DeathCertificateCompleteness.of(10, 100, 130).get().completeness()).isEqualTo(100);
    assertThat(DeathCertificateCompleteness.of(0, 0, 3).shortfall()).isPresent();
    DeathCertificateCompleteness some = DeathCertificateCompleteness.of(10, 100, 50).get();
    assertThat(some.limits().contains(some.completeness())).isTrue();
    double most = Proportion.of(10, 100).get().wilson().upper();
    assertThat(some.limits().lower()).isCloseTo(100 / (1 + most), within(1e-12));
  }

  /** One step: of 100, 20 die (10 of 16 known causes name it), 30 of the 80 seen after it wait. */
  @Test
  void aFlowFromCountsByHand() {
    FlowTally tally =
        FlowTally.over(1)
            .with(0, 0, FlowTally.End.NAMED, 10)
            .with(0, 0, FlowTally.End.OTHER, 6)
            .with(0, 1, FlowTally.End.UNKNOWN, 4)
            .with(7, -2, FlowTally.End.ALIVE, 50)
            .with(3, 9, FlowTally.End.ALIVE, 30);
    assertThat(tally.cases()).isEqualTo(100);
    double unregistered = 30 / 80.0;
    double lost = 0.2 * (1 + unregistered) / 2 * (1 - 10 / 16.0);
    FlowCompleteness flow = tally.completeness().get();
    assertThat(flow.missing()).isCloseTo(80 * unregistered, within(1e-9));
    assertThat(flow.lost()).isCloseTo(100 * lost, within(1e-9));
    Interval limits = tally.limits(1).get();
    assertThat(limits.contains(flow.completeness())).isTrue();
    assertThat(tally.limits(1).get()).isEqualTo(limits);
    // Ten thousand times the cases: a hundredth of the width, and the same figure.
    FlowTally large =
        FlowTally.over(1)
            .with(0, 0, FlowTally.End.NAMED, 100_000)
            .with(0, 0, FlowTally.End.OTHER, 60_000)
            .with(0, 1, FlowTally.End.UNKNOWN, 40_000)
            .with(1, 0, FlowTally.End.ALIVE, 500_000)
            .with(1, 1, FlowTally.End.ALIVE, 300_000);
    assertThat(large.completeness().get()).isEqualTo(flow);
    Interval narrow = large.limits(1).get();
    double width = (narrow.upper() - narrow.lower()) / (limits.upper() - limits.lower());
    assertThat(width).isBetween(0.005, 0.02);
  }

  @Test
  void aFlowThatCannotBeSeenToItsEnd() {
    FlowTally dead = FlowTally.over(2).with(0, 0, FlowTally.End.UNKNOWN, 5);
    assertThat(dead.completeness().shortfall()).contains(Shortfall.NO_CAUSE_OF_DEATH);
    FlowTally early = FlowTally.over(2).with(0, 0, FlowTally.End.NAMED, 5);
    assertThat(early.completeness().shortfall()).contains(Shortfall.FOLLOW_UP_TOO_SHORT);
    assertThat(early.limits(3).shortfall()).contains(Shortfall.TOO_UNCERTAIN);
  }
}
