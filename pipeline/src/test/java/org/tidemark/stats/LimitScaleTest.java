package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitScaleTest {
  @Test
  void theThreeScalesByHand() {
    double s = 0.4;
    double e = 0.2;
    Interval log = LimitScale.LOG.limits(s, e).get();
    assertThat(Math.log(log.upper() / s)).isCloseTo(Confidence.Z * e, within(1e-14));
    assertThat(log.lower() * log.upper()).isCloseTo(s * s, within(1e-14));
    Interval plain = LimitScale.PLAIN.limits(s, e).get();
    assertThat(plain.upper() - s).isCloseTo(Confidence.Z * e * s, within(1e-14));
    Interval loglog = LimitScale.LOG_LOG.limits(s, e).get();
    double move = Confidence.Z * e / Math.abs(Math.log(s));
    assertThat(Math.log(-Math.log(loglog.lower())))
        .isCloseTo(Math.log(-Math.log(s)) + move, within(1e-13));
    assertThat(Math.log(-Math.log(loglog.upper())))
        .isCloseTo(Math.log(-Math.log(s)) - move, within(1e-13));
  }

  @ParameterizedTest
  @EnumSource(LimitScale.class)
  void noDeathGivesNoWidth(LimitScale scale) {
    assertThat(scale.limits(1, 0).get()).isEqualTo(new Interval(1, 1));
  }

  /** Small and large survivals and errors: the limits hold the estimate or there are none. */
  @ParameterizedTest
  @CsvSource({"0.5,1e-9", "0.999999999,0.3", "1e-12,2", "1e-300,50", "0.3,1e3", "1.3,0.4"})
  void limitsAreFiniteOrAbsent(double survival, double logError) {
    for (LimitScale scale : LimitScale.values()) {
      scale
          .limits(survival, logError)
          .figure()
          .ifPresent(limits -> assertThat(limits.contains(survival)).isTrue());
    }
    assertThat(LimitScale.LOG.limits(0.3, 1e3).shortfall()).contains(Shortfall.TOO_UNCERTAIN);
    assertThat(LimitScale.LOG_LOG.limits(1.3, 0.4).shortfall()).contains(Shortfall.TOO_UNCERTAIN);
  }
}
