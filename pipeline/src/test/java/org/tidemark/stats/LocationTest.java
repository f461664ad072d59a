package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Means, quantiles and paired differences of fully observed values. */
class LocationTest {
  /** Additional hours of sleep by two drugs, the example of Student's paper of 1908. */
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void studentsOwnExample() {
    PairedDifferences sleep = PairedDifferences.of(FIRST, SECOND).get();
    assertThat(sleep.mean().mean()).isCloseTo(1.58, within(1e-12));
    assertThat(sleep.mean().mean() / sleep.mean().error()).isCloseTo(4.0621, within(5e-5));
    assertThat(sleep.mean().limits().lower()).isCloseTo(0.7001142, within(1e-7));
    assertThat(sleep.mean().limits().upper()).isCloseTo(2.4598858, within(1e-7));
    assertThat(sleep.studentP().get()).isCloseTo(0.002833, within(5e-7));
    assertThat(sleep.rises()).isEqualTo(9);
    assertThat(sleep.falls()).isZero();
    assertThat(sleep.signP()).isCloseTo(2 * Math.pow(0.5, 9), within(1e-15));
  }

  @Test
  void signTestByEnumerationOfAllSigns() {
    for (int n = 5; n <= 12; n++) {
      for (int rises = 0; rises <= n; rises++) {
        double[] after = signed(n, rises);
        double p = PairedDifferences.of(new double[n], after).get().signP();
        int extreme = Math.abs(2 * rises - n);
        long asExtreme = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
          asExtreme += Math.abs(2 * Integer.bitCount(signs) - n) >= extreme ? 1 : 0;
        }
        assertThat(p).isCloseTo((double) asExtreme / (1 << n), within(1e-12));
      }
    }
  }

  @Test
  void fewOrEqualDifferencesAreInsufficient() {
    assertThat(PairedDifferences.of(new double[4], new double[4]).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
    PairedDifferences none = PairedDifferences.of(new double[6], new double[6]).get();
    assertThat(none.studentP().shortfall()).contains(Shortfall.NO_VARIATION);
    assertThat(none.signP()).isEqualTo(1);
  }

  /** How often each value occurs says as much as the values one by one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 40, 333})
  void aMedianOfCounts(int size) {
    SplittableRandom random = new SplittableRandom(size);
    double[] values = random.ints(size, -3, 30).asDoubleStream().toArray();
    TreeMap<Integer, Long> times = new TreeMap<>();
    for (double value : values) {
      times.merge((int) value, 1L, Long::sum);
    }
    assertThat(Quantile.median(times).get()).isEqualTo(Quantile.median(values).get());
    TreeMap<Integer, Long> many = new TreeMap<>(Map.of(10, 4_000_000L, 30, 4_000_001L, 50, 0L));
    assertThat(Quantile.median(many).get().value()).isEqualTo(30);
    assertThat(Quantile.median(many).get().limits().get()).isEqualTo(new Interval(10, 30));
    assertThat(Quantile.median(new TreeMap<>()).shortfall()).contains(Shortfall.NO_OBSERVATIONS);
  }

  /** Ranks of the usual table of limits for a median. */
  @ParameterizedTest
  @CsvSource({
    "6,1,6",
    "7,1,7",
    "8,1,8",
    "9,2,8",
    "10,2,9",
    "15,4,12",
    "20,6,15",
    "25,8,18",
    "50,18,33",
    "100,40,61"
  })
  void medianLimitsAreTheTabulatedRanks(int n, int lower, int upper) {
    Quantile median = Quantile.median(ranks(n)).get();
    assertThat(median.limits().get()).isEqualTo(new Interval(lower, upper));
    assertThat(median.value()).isEqualTo((n + 1) / 2.0);
  }

  @Test
  void aMedianOfFiveValuesHasNoLimits() {
    assertThat(Quantile.median(ranks(5)).get().limits().shortfall())
        .contains(Shortfall.LIMIT_NOT_REACHED);
    assertThat(Quantile.median(new double[0]).shortfall()).contains(Shortfall.NO_OBSERVATIONS);
    assertThat(Quantile.median(new double[] {4}).get().value()).isEqualTo(4);
    assertThatThrownBy(() -> Quantile.median(new double[] {Double.NaN}))
        .hasMessageContaining("the values of a quantile");
  }

  /** Coverage summed over the binomial law, for every size and three quantiles. */
  @Test
  void quantileLimitsCoverAtLeastNinetyFivePercent() {
    for (double p : new double[] {0.25, 0.5, 0.9}) {
      for (int n = 6; n <= 80; n++) {
        Quantile quantile = Quantile.of(ranks(n), p).get();
        if (quantile.limits().figure().isPresent()) {
          Interval ranks = quantile.limits().get();
          assertThat(coverage(n, p, (int) ranks.lower(), (int) ranks.upper()))
              .isGreaterThanOrEqualTo(0.95);
          assertThat(ranks.contains(quantile.value())).isTrue();
        }
      }
    }
  }

  @Test
  void theNinetiethPercentileAveragesAtAWholePosition() {
    assertThat(Quantile.of(ranks(10), 0.9).get().value()).isEqualTo(9.5);
    assertThat(Quantile.of(ranks(11), 0.9).get().value()).isEqualTo(10);
    assertThat(Quantile.of(ranks(70), 0.1).get().value()).isEqualTo(7.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65})
  void orderChangesNoBitOfAMean(long seed) {
    double[] values = new SplittableRandom(seed).doubles(50, -1, 1e6).toArray();
    double[] reversed = IntStream.range(0, 50).mapToDouble(i -> values[49 - i]).toArray();
    assertThat(Mean.of(values)).isEqualTo(Mean.of(reversed));
    assertThat(Mean.of(values).get().limits().contains(Mean.of(values).get().mean())).isTrue();
  }

  @Test
  void aMeanNeedsTwoFiniteValues() {
    assertThat(Mean.of(new double[0]).shortfall()).contains(Shortfall.NO_OBSERVATIONS);
    assertThat(Mean.of(new double[] {1}).shortfall()).contains(Shortfall.TOO_FEW_OBSERVATIONS);
    assertThat(Mean.of(new double[] {1e308, 1e308, -1e308}).shortfall())
        .contains(Shortfall.TOO_UNCERTAIN);
  }

  private static double[] signed(int n, int rises) {
    return IntStream.range(0, n).mapToDouble(i -> i < rises ? 1 + i : -1 - i).toArray();
  }

  private static double[] ranks(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
  }

  /** P(lower <= K <= upper - 1) with K binomial: the number of values below the quantile. */
  private static double coverage(int n, double p, int lower, int upper) {
    double term = Math.pow(1 - p, n);
    double sum = 0;
    for (int k = 0; k < upper; k++) {
      sum += k >= lower ? term : 0;
      term *= (n - k) / (k + 1.0) * p / (1 - p);
    }
    return sum;
  }
}
