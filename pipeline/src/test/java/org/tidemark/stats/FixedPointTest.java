package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
  @ParameterizedTest
  @ValueSource(longs = {91, 92, 93, 94})
  void encodingRoundsToTheNearestUnit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (FixedPoint point : new FixedPoint[] {FixedPoint.WEIGHT, FixedPoint.HAZARD}) {
      double unit = point.value(1);
      for (int i = 0; i < 10_000; i++) {
        double x = Math.exp(random.nextDouble(-20, Math.log(point.limit)));
        assertThat(point.of(x)).isEqualTo((long) Math.rint(x / unit));
      }
      assertThat(point.of(0)).isZero();
      double largest = Math.nextDown(point.limit);
      assertThat(point.of(largest)).isEqualTo((long) Math.rint(largest / unit));
    }
  }

  @Test
  void wrappedSumsComeBackWhenTheExcessIsTakenOff() {
    long sum = 0;
    int times = 100_000;
    for (int i = 0; i < times; i++) {
      sum += Double.doubleToRawLongBits(1.5 + FixedPoint.WEIGHT.magic);
    }
    assertThat(FixedPoint.WEIGHT.value(sum - times * FixedPoint.WEIGHT.excess))
        .isEqualTo(1.5 * times);
  }

  @Test
  void sumsThatOverflowStayFull() {
    long half = 1L << 62;
    assertThat(FixedPoint.add(half, half)).isEqualTo(FixedPoint.FULL);
    assertThat(FixedPoint.add(FixedPoint.FULL, 1)).isEqualTo(FixedPoint.FULL);
    assertThat(FixedPoint.add(FixedPoint.FULL, FixedPoint.FULL)).isEqualTo(FixedPoint.FULL);
    assertThat(FixedPoint.add(3, 4)).isEqualTo(7);
    assertThat(FixedPoint.square(1e12)).isEqualTo(FixedPoint.FULL);
    assertThat(FixedPoint.squareValue(FixedPoint.square(1.25))).isEqualTo(1.5625);
  }
}
