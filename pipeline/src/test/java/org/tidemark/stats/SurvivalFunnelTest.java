package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.FunnelPlot.Point;
import org.tidemark.stats.FunnelPlot.Verdict;

@DisplayName("Funnel of survivals on the complementary log-log scale")
final class SurvivalFunnelTest {
  private static final double[] TARGETS = {0.03, 0.2, 0.5, 0.85, 0.99};

  private static Point one(double survival, double error, double target) {
    return FunnelPlot.ofSurvivals(new double[] {survival}, new double[] {error}, target)
        .get()
        .points()
        .get(0);
  }

  /** By hand: s = 0.05 / (0.5 ln 2) = 0.144270, limits 0.5^exp(-/+ z s). */
  @Test
  void theWorkedExample() {
    Point point = one(0.6, 0.05, 0.5);
    assertThat(point.inner().lower()).isCloseTo(0.398654064, within(1e-6));
    assertThat(point.inner().upper()).isCloseTo(0.593081235, within(1e-6));
    assertThat(point.outer().lower()).isCloseTo(0.338732863, within(1e-6));
    assertThat(point.outer().upper()).isCloseTo(0.641581749, within(1e-6));
    // (ln ln 2 - ln -ln 0.6) / s = (-0.366513 + 0.671727) / 0.144270
    assertThat(point.z()).isCloseTo(2.115582, within(1e-5));
    assertThat(point.verdict()).isEqualTo(Verdict.HIGHER);
    assertThat(one(0.3, 0.05, 0.5).verdict()).isEqualTo(Verdict.MUCH_LOWER);
  }

  @Test
  void aUnitAtTheTargetIsInsideAtEveryPrecision() {
    for (double target : TARGETS) {
      for (double error = 1e-6; error < 2; error *= 3) {
        Point point = one(target, error, target);
        assertThat(point.verdict()).isEqualTo(Verdict.AS_EXPECTED);
        assertThat(point.z()).isZero();
        assertThat(point.inner().contains(target)).isTrue();
      }
    }
  }

  @Test
  void limitsWidenAsPrecisionFallsAndStayWithinShares() {
    for (double target : TARGETS) {
      Interval narrower = new Interval(target, target);
      for (double error = 1e-6; error < 0.5 * Math.sqrt(target * (1 - target)); error *= 3) {
        Point point = one(0.4, error, target);
        assertThat(point.inner().lower()).isLessThan(narrower.lower()).isNotNegative();
        assertThat(point.inner().upper()).isGreaterThan(narrower.upper()).isLessThanOrEqualTo(1);
        assertThat(point.outer().lower()).isLessThan(point.inner().lower());
        assertThat(point.outer().upper()).isGreaterThanOrEqualTo(point.inner().upper());
        narrower = point.inner();
      }
    }
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11);
    int n = 14;
    double[] survivals = new double[n];
    double[] errors = new double[n];
    double[] turned = new double[n];
    double[] turnedErrors = new double[n];
    for (int i = 0; i < n; i++) {
      survivals[i] = 0.2 + 0.6 * random.nextDouble();
      errors[i] = 0.01 + 0.05 * random.nextDouble();
      turned[n - 1 - i] = survivals[i];
      turnedErrors[n - 1 - i] = errors[i];
    }
    FunnelPlot plot = FunnelPlot.ofSurvivals(survivals, errors, 0.5).get();
    FunnelPlot other = FunnelPlot.ofSurvivals(turned, turnedErrors, 0.5).get();
    assertThat(plot.adjusted()).isTrue();
    assertThat(other.tau()).isCloseTo(plot.tau(), within(1e-12));
    for (int i = 0; i < n; i++) {
      Point same = other.points().get(n - 1 - i);
      assertThat(same.verdict()).isEqualTo(plot.points().get(i).verdict());
      assertThat(same.inner().lower())
          .isCloseTo(plot.points().get(i).inner().lower(), within(1e-12));
    }
  }

  /** By the definition: twelve of one error, so tau^2 = (sum z^2 - 11) s^2 / 11. */
  @Test
  void overDispersionWidensTheLimits() {
    double[] survivals = new double[12];
    for (int i = 0; i < 12; i++) {
      survivals[i] = i % 2 == 0 ? 0.3 : 0.7;
    }
    double[] errors = new double[12];
    Arrays.fill(errors, 0.05);
    FunnelPlot plot = FunnelPlot.ofSurvivals(survivals, errors, 0.5).get();
    double s = 0.05 / (0.5 * Math.log(2));
    double low = (Math.log(Math.log(2)) - Math.log(-Math.log(0.3))) / s;
    double high = (Math.log(Math.log(2)) - Math.log(-Math.log(0.7))) / s;
    double tau = Math.sqrt((6 * low * low + 6 * high * high - 11) * s * s / 11);
    assertThat(plot.tau()).isCloseTo(tau, within(1e-10));
    assertThat(plot.points().get(0).verdict()).isEqualTo(Verdict.AS_EXPECTED);
    assertThat(one(0.3, 0.05, 0.5).verdict()).isEqualTo(Verdict.MUCH_LOWER);
  }

  @Test
  void whatHasNoComplementaryLogarithmIsRefused() {
    for (double survival : new double[] {0, 1, 1.04, Double.NaN}) {
      assertThatThrownBy(() -> one(survival, 0.05, 0.5))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> one(0.5, 0, 0.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one(0.5, 0.05, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
