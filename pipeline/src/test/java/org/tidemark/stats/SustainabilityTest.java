package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Sustainability.Site;
import org.tidemark.stats.Sustainability.Verdict;

final class SustainabilityTest {
  private static Site site(double base, double end, double post, double size) {
    return new Site(new double[] {base, size}, new double[] {end, size}, new double[] {post, size});
  }

  private static List<Site> sites(int n, double post, double spread) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double own = spread * (i % 3 - 1);
      sites.add(site(40 + own, 80 - own, post + own, 100));
    }
    return sites;
  }

  @Test
  void theWorkedExample() {
    Sustainability level = Sustainability.of(sites(6, 70, 2), 999, 1).get();
    assertThat(level.difference()).isCloseTo(-0.1, within(1e-12));
    assertThat(level.ratio()).isCloseTo(0.875, within(1e-12));
    assertThat(level.retained().get().share()).isCloseTo(0.75, within(1e-12));
    assertThat(level.retained().get().limits().contains(0.75)).isTrue();
    assertThat(level.differenceLimits().contains(-0.1)).isTrue();
  }

  @Test
  void verdictsFollowTheLimitsOfTheRatio() {
    assertThat(Sustainability.of(sites(9, 79, 1), 999, 1).get().verdict(false))
        .isEqualTo(Verdict.SUSTAINED);
    assertThat(Sustainability.of(sites(9, 50, 1), 999, 1).get().verdict(false))
        .isEqualTo(Verdict.DECLINED);
    assertThat(Sustainability.of(sites(9, 72, 12), 999, 1).get().verdict(false))
        .isEqualTo(Verdict.UNCERTAIN);
  }

  @Test
  void whereLowerIsBetterARiseIsADecline() {
    assertThat(Sustainability.of(sites(9, 81, 1), 999, 1).get().verdict(true))
        .isEqualTo(Verdict.SUSTAINED);
    assertThat(Sustainability.of(sites(9, 50, 1), 999, 1).get().verdict(true))
        .isEqualTo(Verdict.SUSTAINED);
    assertThat(Sustainability.of(sites(9, 120, 1), 999, 1).get().verdict(true))
        .isEqualTo(Verdict.DECLINED);
    assertThat(Sustainability.of(sites(9, 89, 12), 999, 1).get().verdict(true))
        .isEqualTo(Verdict.UNCERTAIN);
  }

  @Test
  void aLevelIsLostOnItsWorseSide() {
    assertThat(Sustainability.isLost(0.71, 0.8, false)).isTrue();
    assertThat(Sustainability.isLost(0.73, 0.8, false)).isFalse();
    assertThat(Sustainability.isLost(0.71, 0.8, true)).isFalse();
    assertThat(Sustainability.isLost(0.88, 0.8, true)).isFalse();
    assertThat(Sustainability.isLost(0.9, 0.8, true)).isTrue();
  }

  @Test
  void withoutASureGainNothingIsRetained() {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sites.add(site(50 + 9 * (i % 2), 55 - 9 * (i % 2), 52, 100));
    }
    assertThat(Sustainability.of(sites, 499, 1).get().retained().shortfall())
        .contains(Shortfall.TOO_UNCERTAIN);
  }

  @Test
  void fiellersLimitsSolveTheirEquation() {
    Interval limits = Sustainability.fieller(3, 4, 0.2, 0.05, 0.1, 2).orElseThrow();
    for (double r : new double[] {limits.lower(), limits.upper()}) {
      double left = Math.pow(3 - r * 4, 2);
      double right = 4 * (0.2 - 2 * r * 0.05 + r * r * 0.1);
      assertThat(left).isCloseTo(right, within(1e-12));
    }
    assertThat(Sustainability.fieller(3, 0.1, 0.2, 0, 0.1, 2)).isEmpty();
  }

  @Test
  void fewSitesAndTheSameSeed() {
    assertThat(Sustainability.of(sites(4, 70, 1), 99, 1).shortfall())
        .contains(Shortfall.TOO_FEW_UNITS);
    assertThat(Sustainability.of(sites(7, 70, 3), 499, 5).get().ratioLimits())
        .isEqualTo(Sustainability.of(sites(7, 70, 3), 499, 5).get().ratioLimits());
  }
}
