package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tidemark.stats.Shortfall;

final class RandomisationInferenceTest {
  @Test
  void theWorkedExample() {
    double[][] y = {{0, 5}, {1, 2}, {1, 3}, {2, 2}};
    RandomisationInference test =
        RandomisationInference.of(Panel.of(y, new int[] {2, 0, 0, 0}), 0, 0).get();
    assertThat(test).isEqualTo(new RandomisationInference(test.effect(), 0.25, 4, true));
    assertThat(test.effect()).isCloseTo(4, within(1e-12));
  }

  @Test
  void twoOfFiveHaveTenWays() {
    // Changes 5, 4, 1, 2, 0: no other two have a mean as far from that of the rest.
    double[][] y = {{0, 5}, {0, 4}, {0, 1}, {0, 2}, {0, 0}};
    RandomisationInference test =
        RandomisationInference.of(Panel.of(y, new int[] {2, 2, 0, 0, 0}), 0, 0).get();
    assertThat(test.ways()).isEqualTo(10);
    assertThat(test.p()).isEqualTo(0.1);
  }

  @Test
  void staggeredStartsAreAllGivenAway() {
    Panel panel = GeneratedPanel.of(7, 6, 0, 2);
    // 3 never, 2 early, 2 late: 7!/(3! 2! 2!).
    RandomisationInference test = RandomisationInference.of(panel, 0, 0).get();
    assertThat(test.ways()).isEqualTo(210);
    assertThat(test.effect())
        .isCloseTo(TwoWayRegression.ofTreatment(panel).get().coefficient(0), within(1e-10));
  }

  /** Clusters of 2, 1, 1 and 1 sites; the pair starts in period 2. Changes 5, 5, 1, 2 and 0. */
  @Test
  void sitesOfAClusterStartTogether() {
    double[][] y = {{0, 5}, {3, 8}, {0, 1}, {0, 2}, {0, 0}};
    Panel panel = Panel.of(y, new int[] {2, 2, 0, 0, 0}).clustered(new int[] {4, 4, 1, 2, 3});
    assertThat(RandomisationInference.givesToClusters(panel)).isTrue();
    RandomisationInference test = RandomisationInference.of(panel, 0, 0).get();
    // 5 − (1 + 2 + 0)/3 for the pair; of the others 1 − 12/4, 2 − 11/4 and 0 − 13/4.
    assertThat(test.effect()).isCloseTo(4, within(1e-12));
    assertThat(test.ways()).isEqualTo(4);
    assertThat(test.p()).isEqualTo(0.25);
    Panel second = Panel.of(y, new int[] {0, 0, 0, 0, 2}).clustered(new int[] {4, 4, 1, 2, 3});
    RandomisationInference other = RandomisationInference.of(second, 0, 0).get();
    assertThat(other.effect()).isCloseTo(-3.25, within(1e-12));
    assertThat(other.p()).isEqualTo(0.5);
  }

  @Test
  void whereSitesOfAClusterStartApartStartsAreGivenToSites() {
    double[][] y = {{0, 5}, {1, 2}, {1, 3}, {2, 2}};
    Panel panel = Panel.of(y, new int[] {2, 0, 0, 0}).clustered(new int[] {1, 1, 2, 3});
    assertThat(RandomisationInference.givesToClusters(panel)).isFalse();
    assertThat(RandomisationInference.of(panel, 0, 0).get().ways()).isEqualTo(4);
  }

  @Test
  void manyWaysAreDrawnAndTheObservedCounts() {
    RandomisationInference test = RandomisationInference.of(ReferencePanel.panel(), 999, 8).get();
    assertThat(test.enumerated()).isFalse();
    assertThat(test.ways()).isEqualTo(1000);
    assertThat(test.p()).isEqualTo(0.001);
    Panel none = GeneratedPanel.of(40, 8, 0, 21);
    RandomisationInference chance = RandomisationInference.of(none, 999, 8).get();
    assertThat(chance.p()).isGreaterThan(0.01);
    assertThat(RandomisationInference.of(none, 999, 8).get()).isEqualTo(chance);
  }

  @Test
  void withoutTreatmentThereIsNothingToTest() {
    Panel panel = Panel.of(new double[][] {{1, 2}, {2, 3}}, new int[] {0, 0});
    assertThat(RandomisationInference.of(panel, 9, 1).shortfall())
        .contains(Shortfall.TOO_FEW_UNITS);
    Panel all = Panel.of(new double[][] {{1, 2}, {2, 3}}, new int[] {2, 2});
    assertThat(RandomisationInference.of(all, 9, 1).shortfall()).contains(Shortfall.NOT_IDENTIFIED);
  }
}
