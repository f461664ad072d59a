package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tidemark.stats.Inequality.Index;

final class InequalityTest {
  private static Inequality of(long[] events, long[] trials) {
    return Inequality.of(events, trials, 2000, 4).get();
  }

  @Test
  void theWorkedExample() {
    Inequality two = of(new long[] {200, 600}, new long[] {1000, 1000});
    assertThat(two.slope().value()).isCloseTo(0.8, within(1e-12));
    assertThat(two.concentration().value()).isCloseTo(0.1, within(1e-12));
    assertThat(two.relativeConcentration().value()).isCloseTo(0.25, within(1e-12));
    assertThat(two.erreygers().value()).isCloseTo(0.4, within(1e-12));
    assertThat(two.wagstaff().value()).isCloseTo(0.25 / 0.6, within(1e-12));
    assertThat(two.gap().value()).isCloseTo(0.4, within(1e-12));
    assertThat(two.ratio().orElseThrow()).isCloseTo(3, within(1e-12));
  }

  @Test
  void theLogisticFitOfTwoGroupsPassesThroughBoth() {
    Inequality two = of(new long[] {200, 600}, new long[] {1000, 1000});
    // logit .2 at 1/4, logit .6 at 3/4: the line goes on to 0 and 1.
    double low = Math.log(0.25);
    double high = Math.log(1.5);
    double slope = 2 * (high - low);
    double bottom = 1 / (1 + Math.exp(-(low - slope / 4)));
    double top = 1 / (1 + Math.exp(-(high + slope / 4)));
    assertThat(two.logisticSlope().value()).isCloseTo(top - bottom, within(1e-10));
    assertThat(two.relative().get().value()).isCloseTo(top / bottom, within(1e-9));
  }

  @Test
  void sizesWeighOnce() {
    // Splitting a group into two of the same share changes no rank-based index of the line.
    Inequality whole = of(new long[] {100, 300}, new long[] {1000, 1000});
    Inequality split = of(new long[] {100, 150, 150}, new long[] {1000, 500, 500});
    assertThat(split.concentration().value())
        .isCloseTo(whole.concentration().value(), within(1e-12));
    // A larger group of the same share moves ranks and weights, counted once.
    Inequality uneven = of(new long[] {300, 300}, new long[] {3000, 1000});
    double slope = (0.3 - 0.1) / (0.875 - 0.375);
    assertThat(uneven.slope().value()).isCloseTo(slope, within(1e-12));
  }

  @Test
  void equalGroupsAreEqual() {
    Inequality equal = of(new long[] {50, 50, 50}, new long[] {100, 100, 100});
    for (Index index :
        new Index[] {
          equal.slope(),
          equal.concentration(),
          equal.erreygers(),
          equal.gap(),
          equal.logisticSlope()
        }) {
      assertThat(index.value()).isCloseTo(0, within(1e-12));
      assertThat(index.limits().contains(0)).isTrue();
    }
  }

  @Test
  void turnedAroundTheSignTurns() {
    Inequality up = of(new long[] {20, 40, 70}, new long[] {100, 120, 140});
    Inequality down = of(new long[] {70, 40, 20}, new long[] {140, 120, 100});
    assertThat(down.slope().value()).isCloseTo(-up.slope().value(), within(1e-12));
    assertThat(down.logisticSlope().value()).isCloseTo(-up.logisticSlope().value(), within(1e-9));
    assertThat(up.slope().limits().lower()).isPositive();
  }

  @Test
  void withoutEventsOrGroupsThereIsNoIndex() {
    assertThat(Inequality.of(new long[] {0, 0}, new long[] {5, 5}, 99, 1).shortfall())
        .contains(Shortfall.NO_VARIATION);
    assertThat(Inequality.of(new long[] {1}, new long[] {5}, 99, 1).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
  }
}
