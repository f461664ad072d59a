package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.panel.TwoWayRegression.Correction;

/**
 * 2,000 generated panels of twelve periods, a third of the sites never treated, two starts, errors
 * of a site correlated by one half: how often 95 % limits hold the effect, and how often there is
 * one where there is none. The seed of a panel is its number.
 */
@Tag("slow")
final class SimulationTest {
  private static final int PANELS = 2000;
  private static final int PERIODS = 12;
  private static final double EFFECT = 0.5;

  private static Effect staggered(Panel panel) {
    return CallawaySantAnna.of(panel, new CallawaySantAnna.Design(true, false))
        .get()
        .group()
        .overall();
  }

  private static Effect robust(Panel panel) {
    return TwoWayRegression.ofTreatment(panel).get().effect(Correction.NESTED);
  }

  private static Effect reduced(Panel panel) {
    return TwoWayRegression.ofTreatment(panel).get().satterthwaite();
  }

  private static double held(int sites, double effect, Function<Panel, Effect> method) {
    return LongStream.range(0, PANELS)
            .filter(
                seed ->
                    method
                        .apply(GeneratedPanel.of(sites, PERIODS, effect, seed))
                        .limits()
                        .orElseThrow()
                        .contains(effect))
            .count()
        / (double) PANELS;
  }

  @Test
  void limitsOfTwentyAndSixtySitesHoldTheEffect() {
    for (int sites : new int[] {20, 60}) {
      assertThat(held(sites, EFFECT, SimulationTest::staggered)).isBetween(0.93, 0.97);
      assertThat(held(sites, EFFECT, SimulationTest::robust)).isBetween(0.93, 0.97);
      assertThat(held(sites, EFFECT, SimulationTest::reduced)).isBetween(0.93, 0.97);
    }
  }

  @Test
  void withoutAnEffectThreeToSevenInAHundredShowOne() {
    for (int sites : new int[] {20, 60}) {
      assertThat(1 - held(sites, 0, SimulationTest::staggered)).isBetween(0.03, 0.07);
      assertThat(1 - held(sites, 0, SimulationTest::robust)).isBetween(0.03, 0.07);
    }
  }

  @Test
  void theWildBootstrapOfTwentySitesKeepsItsLevel() {
    long rejected =
        LongStream.range(0, PANELS)
            .filter(
                seed ->
                    WildBootstrap.p(
                                GeneratedPanel.of(20, PERIODS, 0, seed),
                                WildBootstrap.Weights.RADEMACHER,
                                399,
                                seed)
                            .get()
                        <= 0.05)
            .count();
    assertThat(rejected / (double) PANELS).isBetween(0.03, 0.07);
  }

  @Test
  void ofEightSitesCr2IsClosestToItsLevel() {
    double reduced = held(8, EFFECT, SimulationTest::reduced);
    assertThat(reduced).isBetween(0.93, 0.97);
    assertThat(Math.abs(reduced - 0.95))
        .isLessThan(Math.abs(held(8, EFFECT, SimulationTest::staggered) - 0.95));
  }

  @Test
  void randomisationOfEightSitesNeverRejectsTooOften() {
    long rejected =
        LongStream.range(0, PANELS)
            .filter(
                seed ->
                    RandomisationInference.of(GeneratedPanel.of(8, PERIODS, 0, seed), 0, seed)
                            .get()
                            .p()
                        <= 0.05)
            .count();
    assertThat(rejected / (double) PANELS).isLessThan(0.07);
  }
}
