package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What holds of rates whatever the registry")
class IncidencePropertiesTest {
  private static final int GROUPS = AgeSpecificCounts.GROUPS;

  /** A registry of few or many cases, over as many person-years. */
  private record Registry(long[] cases, double[] years) {
    static Registry random(SplittableRandom random) {
      long[] cases = new long[GROUPS];
      double[] years = new double[GROUPS];
      double scale = Math.pow(10, random.nextInt(1, 7));
      for (int g = 0; g < GROUPS; g++) {
        years[g] = scale * (0.1 + random.nextDouble());
        cases[g] = random.nextInt(4) == 0 ? 0 : (long) (years[g] * random.nextDouble() / 500);
      }
      return new Registry(cases, years);
    }

    Registry plus(Registry other) {
      long[] cases = new long[GROUPS];
      double[] years = new double[GROUPS];
      Arrays.setAll(cases, g -> this.cases[g] + other.cases[g]);
      Arrays.setAll(years, g -> this.years[g] + other.years[g]);
      return new Registry(cases, years);
    }

    AgeSpecificCounts counts() {
      return AgeSpecificCounts.of(cases, 0, years);
    }

    DirectlyStandardisedRate asr(double[] weights) {
      return DirectlyStandardisedRate.of(counts(), weights, AgeRange.ALL).get();
    }

    double expected(Registry reference) {
      double[] rates =
          IntStream.range(0, GROUPS)
              .mapToDouble(g -> reference.cases[g] / reference.years[g])
              .toArray();
      return StandardisedIncidenceRatio.expected(years, rates);
    }

    long all() {
      return Arrays.stream(cases).sum();
    }
  }

  private static double[] weights(SplittableRandom random) {
    return IntStream.range(0, GROUPS).mapToDouble(g -> 1 + random.nextInt(12_000)).toArray();
  }

  /** The rate of two registries together is theirs, weighted by person-years group by group. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void strataAddUp(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Registry one = Registry.random(random);
    Registry two = Registry.random(random);
    double[] weights = weights(random);
    Registry both = one.plus(two);
    assertThat(two.plus(one).asr(weights)).isEqualTo(both.asr(weights));
    double sum = 0;
    for (int g = 0; g < GROUPS; g++) {
      double share = one.years[g] / both.years[g];
      double rate = share * one.cases[g] / one.years[g] + (1 - share) * two.cases[g] / two.years[g];
      sum += weights[g] * rate;
    }
    double asr = both.asr(weights).asr();
    assertThat(asr).isCloseTo(1e5 * sum / Arrays.stream(weights).sum(), within(1e-11 * (1 + asr)));
    assertThat(one.expected(both) + two.expected(both))
        .isCloseTo(both.all(), within(1e-9 * (1 + both.all())));
  }

  /** Weights have no unit; person-years counted otherwise change the rate by that factor alone. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void unitsDoNotMatter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Registry own = Registry.random(random);
    double[] weights = weights(random);
    double[] scaled = Arrays.stream(weights).map(w -> w / 97).toArray();
    DirectlyStandardisedRate rate = own.asr(weights);
    DirectlyStandardisedRate same = own.asr(scaled);
    assertThat(same.asr()).isCloseTo(rate.asr(), within(1e-12 * (1 + rate.asr())));
    assertThat(same.fayFeuer().upper())
        .isCloseTo(rate.fayFeuer().upper(), within(1e-10 * rate.fayFeuer().upper()));
    double[] months = Arrays.stream(own.years).map(y -> 12 * y).toArray();
    DirectlyStandardisedRate monthly = new Registry(own.cases, months).asr(weights);
    assertThat(12 * monthly.asr()).isCloseTo(rate.asr(), within(1e-12 * (1 + rate.asr())));
    assertThat(12 * monthly.fayFeuer().lower())
        .isCloseTo(rate.fayFeuer().lower(), within(1e-10 * (1 + rate.asr())));
  }

  /** Compared with itself a registry is in the ratio 1; turned round, a ratio is one over it. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void ratiosOfOneAndTurnedRound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Registry one = Registry.random(random);
    Registry two = Registry.random(random);
    double[] weights = weights(random);
    StandardisedIncidenceRatio.of(one.all(), one.expected(one))
        .figure()
        .ifPresent(sir -> assertThat(sir.ratio()).isCloseTo(1, within(1e-12)));
    Answer<StandardisedRateRatio> ratio = ratio(one.asr(weights), two.asr(weights));
    Answer<StandardisedRateRatio> turned = ratio(two.asr(weights), one.asr(weights));
    assertThat(turned.shortfall()).isEqualTo(ratio.shortfall());
    ratio
        .figure()
        .ifPresent(
            r -> {
              StandardisedRateRatio t = turned.get();
              assertThat(r.ratio() * t.ratio()).isCloseTo(1, within(1e-12));
              assertThat(r.smith().lower() * t.smith().upper()).isCloseTo(1, within(1e-9));
              assertThat(r.limits().contains(r.ratio())).isTrue();
              assertThat(r.smith().contains(r.ratio())).isTrue();
              assertThat(r.p()).isBetween(0.0, 1.0);
            });
  }

  private static Answer<StandardisedRateRatio> ratio(
      DirectlyStandardisedRate one, DirectlyStandardisedRate two) {
    return StandardisedRateRatio.of(one.asr(), one.poissonError(), two.asr(), two.poissonError());
  }

  /** Every figure and limit is a number, from no case to a million and over any population. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 17, 1000, 1_000_000})
  void noFigureIsInfinite(long events) {
    for (double years : new double[] {1e-6, 0.5, 1, 1e4, 1e15}) {
      Rate rate = Rate.of(events, years).get();
      assertThat(rate.per100k()).isFinite();
      assertThat(rate.exact().contains(rate.per100k())).isTrue();
      RateRatio.of(events, years, 3, 1000)
          .figure()
          .ifPresent(
              r -> {
                assertThat(r.ratio()).isFinite();
                assertThat(r.exact().contains(r.ratio())).isTrue();
              });
      StandardisedIncidenceRatio.of(events, years)
          .figure()
          .ifPresent(
              s -> {
                assertThat(s.ratio()).isFinite();
                assertThat(s.exact().contains(s.ratio())).isTrue();
              });
    }
  }
}
