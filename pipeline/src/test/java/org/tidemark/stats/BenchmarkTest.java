package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidemark.stats.Benchmark.Verdict;

final class BenchmarkTest {
  private static Verdict verdict(long events, long trials, double target, boolean upward) {
    return Benchmark.of(new long[] {events}, new long[] {trials}, target, upward).get().verdict();
  }

  @Test
  void verdictsFollowTheLimitsAndTheDirection() {
    // Wilson's limits of 80 of 100: 0.711 to 0.867.
    assertThat(verdict(80, 100, 0.70, true)).isEqualTo(Verdict.MET);
    assertThat(verdict(80, 100, 0.75, true)).isEqualTo(Verdict.COMPATIBLE);
    assertThat(verdict(80, 100, 0.90, true)).isEqualTo(Verdict.NOT_MET);
    assertThat(verdict(80, 100, 0.90, false)).isEqualTo(Verdict.MET);
    assertThat(verdict(80, 100, 0.70, false)).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void fewerThanTenAreNotJudged() {
    assertThat(Benchmark.of(new long[] {9}, new long[] {9}, 0.5, true).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
  }

  @Test
  void sitesThatDifferWidenTheLimits() {
    long[] trials = {100, 100, 100, 100, 100, 100};
    Benchmark alike = Benchmark.of(new long[] {60, 61, 59, 60, 60, 60}, trials, 0.55, true).get();
    Benchmark apart = Benchmark.of(new long[] {95, 20, 80, 45, 90, 30}, trials, 0.55, true).get();
    assertThat(alike.share()).isEqualTo(apart.share());
    assertThat(alike.verdict()).isEqualTo(Verdict.MET);
    assertThat(apart.verdict()).isEqualTo(Verdict.COMPATIBLE);
    Interval wilson = Proportion.of(360, 600).get().wilson();
    assertThat(alike.limits()).isEqualTo(wilson);
    assertThat(apart.limits().contains(wilson.lower())).isTrue();
    assertThat(apart.bySites()).isTrue();
  }
}
