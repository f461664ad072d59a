package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.CallawaySantAnna.Design;

final class SunAbrahamTest {
  @Test
  void againstTheNeverTreatedItIsCallawayAndSantAnnaByAnotherWay() {
    Panel panel = ReferencePanel.panel();
    SunAbraham study = SunAbraham.of(panel, false).get();
    var dynamic = CallawaySantAnna.of(panel, new Design(false, true)).get().dynamic();
    assertThat(study.effects()).hasSize(dynamic.levels().size() - 1);
    study
        .effects()
        .forEach(
            (e, effect) ->
                assertThat(effect.value())
                    .as("effect at %d", e)
                    .isCloseTo(dynamic.levels().get(e).effect().value(), within(1e-10)));
    assertThat(study.overall().value()).isCloseTo(dynamic.overall().value(), within(1e-10));
    assertThat(study.overall().se().getAsDouble())
        .isCloseTo(dynamic.overall().se().getAsDouble(), within(2e-3));
  }

  @Test
  void againstTheLastTreatedOnlyPeriodsBeforeTheirStartEnter() {
    SunAbraham study = SunAbraham.of(ReferencePanel.panel(), true).get();
    assertThat(study.panel().periods()).isEqualTo(16);
    assertThat(study.panel().units()).isEqualTo(28);
    assertThat(study.effects()).containsKey(7).doesNotContainKey(8).doesNotContainKey(-1);
  }

  @Test
  void withoutComparisonNothingIsTold() {
    Panel panel = Panel.of(new double[][] {{1, 2, 3}, {2, 3, 4}}, new int[] {2, 3});
    assertThat(SunAbraham.of(panel, false).shortfall()).contains(Shortfall.NO_COMPARISON);
  }
}
