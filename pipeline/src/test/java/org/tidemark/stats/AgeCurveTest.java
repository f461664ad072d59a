package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The shape of rates by age")
class AgeCurveTest {
  private static AgeSpecificCounts counts(double power, double old) {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] years = new double[AgeSpecificCounts.GROUPS];
    for (int g = 0; g < cases.length; g++) {
      years[g] = 1e9;
      double age = Math.min(g, 13) * 5 + 2.5;
      cases[g] = Math.round(1e4 * Math.pow(age / 40, power) * (g > 13 ? old : 1));
    }
    return AgeSpecificCounts.of(cases, 0, years);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 5.5})
  void thePowerOfAgeIsFound(double power) {
    AgeCurve curve = AgeCurve.of(counts(power, 1.2)).get();
    assertThat(curve.slope()).isCloseTo(power, within(0.01));
    assertThat(curve.limits().contains(curve.slope())).isTrue();
    assertThat(curve.explained()).isBetween(0.999, 1.0);
    assertThat(curve.falls()).isFalse();
  }

  @Test
  void oldAgesThatAreMissedFall() {
    assertThat(AgeCurve.of(counts(4, 0.5)).get().falls()).isTrue();
  }

  @Test
  void fewAgeGroupsHaveNoShape() {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] years = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(years, 10.0);
    cases[6] = 3;
    assertThat(AgeCurve.of(AgeSpecificCounts.of(cases, 0, years)).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
  }
}
