package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class MultiplicityTest {
  private static final double[] P = {0.01, 0.04, 0.03};

  @Test
  void theWorkedExamples() {
    assertThat(Multiplicity.holm(P))
        .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-15));
    assertThat(Multiplicity.benjaminiHochberg(P))
        .containsExactly(new double[] {0.03, 0.04, 0.04}, within(1e-15));
  }

  @Test
  void adjustedValuesKeepTheOrderAndNeverFall() {
    double[] p = new double[50];
    Arrays.setAll(p, i -> Math.pow((i * 37 % 50 + 1) / 50.0, 3));
    for (double[] adjusted :
        new double[][] {Multiplicity.holm(p), Multiplicity.benjaminiHochberg(p)}) {
      for (int i = 0; i < p.length; i++) {
        assertThat(adjusted[i]).isBetween(p[i], 1.0);
        for (int j = 0; j < p.length; j++) {
          assertThat(p[i] <= p[j] && adjusted[i] > adjusted[j]).isFalse();
        }
      }
    }
  }

  @Test
  void holmIsNeverBelowBenjaminiAndHochberg() {
    double[] holm = Multiplicity.holm(P);
    double[] rate = Multiplicity.benjaminiHochberg(P);
    for (int i = 0; i < P.length; i++) {
      assertThat(holm[i]).isGreaterThanOrEqualTo(rate[i]);
    }
    assertThat(Multiplicity.holm(new double[0])).isEmpty();
  }
}
