package org.tidemark.stats.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Shortfall;

final class QuasiPoissonSeriesTest {
  private static final int[] TIMES = IntStream.rangeClosed(1, 24).toArray();

  private static InterruptedSeries series(double[] counts) {
    return InterruptedSeries.of(TIMES, counts, 13, 12, 0).get();
  }

  private static double[] offset() {
    return Arrays.stream(TIMES).mapToDouble(t -> 1000 + 50 * Math.sin(t)).toArray();
  }

  @Test
  void anExactCourseIsFoundAgain() {
    double[] offset = offset();
    double[] counts = new double[24];
    for (int i = 0; i < 24; i++) {
      int t = TIMES[i];
      double log = -3 + 0.01 * t + (t >= 13 ? -0.4 + 0.02 * (t - 13) : 0);
      counts[i] = offset[i] * Math.exp(log);
    }
    SeriesFit fit = QuasiPoissonSeries.of(series(counts), offset).get();
    assertThat(fit.level().value()).isCloseTo(-0.4, within(1e-8));
    assertThat(fit.slope().value()).isCloseTo(0.02, within(1e-9));
    assertThat(fit.after(10).value()).isCloseTo(-0.2, within(1e-8));
  }

  @Test
  void meansOfGroupsWithoutSlopesAreThoseOfTheCounts() {
    // With counts that swing around two levels the errors follow Pearson's dispersion.
    double[] offset = new double[24];
    Arrays.fill(offset, 1);
    double[] counts = new double[24];
    for (int i = 0; i < 24; i++) {
      counts[i] = (i < 12 ? 100 : 50) + (i % 2 == 0 ? 10 : -10);
    }
    Effect quiet = QuasiPoissonSeries.of(series(counts), offset).get().level();
    for (int i = 0; i < 24; i++) {
      counts[i] += i % 2 == 0 ? 10 : -10;
    }
    Effect loud = QuasiPoissonSeries.of(series(counts), offset).get().level();
    assertThat(loud.se().getAsDouble() / quiet.se().getAsDouble()).isCloseTo(2, within(0.1));
    assertThat(quiet.value()).isCloseTo(Math.log(0.5), within(0.2));
  }

  @Test
  void withoutEventsThereIsNoRate() {
    assertThat(QuasiPoissonSeries.of(series(new double[24]), offset()).shortfall())
        .contains(Shortfall.NO_CASES);
  }
}
