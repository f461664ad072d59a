package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Five groups, the share rising from 0.2 to 0.6 with their rank; worked by hand. */
final class OrderedSharesTest {
  private static final long[] EVENTS = {200, 300, 400, 500, 600};
  private static final long[] TRIALS = {1000, 1000, 1000, 1000, 1000};

  @Test
  void indicesWorkedByHand() {
    // R = 0.1, 0.3 … 0.9: the share rises by 0.1 a step of 0.2.
    OrderedShares slope = OrderedShares.slope(EVENTS, TRIALS).get();
    assertThat(slope.value()).isCloseTo(0.5, within(1e-12));
    // 2/5 (0.2 -0.4 + 0.3 -0.2 + 0.4 0 + 0.5 0.2 + 0.6 0.4) / 0.4 = 0.08 / 0.4.
    assertThat(OrderedShares.concentration(EVENTS, TRIALS).get().value())
        .isCloseTo(0.2, within(1e-12));
    assertThat(OrderedShares.erreygers(EVENTS, TRIALS).get().value())
        .isCloseTo(0.32, within(1e-12));
    // Derivatives of the slope -1, -0.5, 0, 0.5, 1; variances p(1-p)/1000.
    double variance = (0.16 + 0.25 * 0.21 + 0.25 * 0.25 + 0.24) / 1000;
    assertThat(slope.limits().upper() - slope.value())
        .isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-12));
  }

  @Test
  void theIndicesOfBothClassesAreTheSame() {
    long[] events = {12, 40, 33, 91};
    long[] trials = {80, 120, 90, 150};
    Inequality drawn = Inequality.of(events, trials, 4000, 7).get();
    same(OrderedShares.slope(events, trials).get(), drawn.slope());
    same(OrderedShares.concentration(events, trials).get(), drawn.relativeConcentration());
    same(OrderedShares.erreygers(events, trials).get(), drawn.erreygers());
  }

  private static void same(OrderedShares delta, Inequality.Index drawn) {
    assertThat(delta.value()).isEqualTo(drawn.value());
    // Two ways to the same limits: within a tenth of their width.
    double width = delta.limits().upper() - delta.limits().lower();
    assertThat(drawn.limits().lower()).isCloseTo(delta.limits().lower(), within(width / 10));
    assertThat(drawn.limits().upper()).isCloseTo(delta.limits().upper(), within(width / 10));
  }

  @Test
  void fewGroupsSmallOnesAndNoEventsGiveNone() {
    assertThat(OrderedShares.slope(new long[] {1, 2}, new long[] {50, 50}).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
    assertThat(OrderedShares.slope(new long[] {1, 2, 3}, new long[] {50, 9, 50}).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
    assertThat(OrderedShares.erreygers(new long[] {0, 0, 0}, new long[] {50, 50, 50}).shortfall())
        .contains(Shortfall.NO_CASES);
  }
}
