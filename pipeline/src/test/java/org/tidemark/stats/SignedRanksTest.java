package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SignedRanksTest {
  @Test
  void theWorkedExample() {
    SignedRanks test = SignedRanks.of(new double[] {1, 2, 3, 4, -5}).get();
    assertThat(test).isEqualTo(new SignedRanks(5, 10, 0.625));
  }

  @Test
  void allOnOneSideIsOneWayOfTwoToTheN() {
    assertThat(SignedRanks.of(new double[] {3, 1, 2, 0, 7, 5}).get().p())
        .isCloseTo(2 / 32.0, within(1e-15));
  }

  @Test
  void everyCombinationOfTiedRanks() {
    double[] size = {1, 1, 2, 3, 3, 3};
    double[] rank = {1.5, 1.5, 3, 5, 5, 5};
    double observed = 1.5 + 3 + 5;
    int far = 0;
    for (int mask = 0; mask < 64; mask++) {
      double sum = 0;
      for (int i = 0; i < 6; i++) {
        sum += (mask >> i & 1) == 1 ? rank[i] : 0;
      }
      far += Math.abs(sum - 10.5) >= Math.abs(observed - 10.5) ? 1 : 0;
    }
    double[] d = {size[0], -size[1], size[2], size[3], -size[4], -size[5]};
    assertThat(SignedRanks.of(d).get().p()).isCloseTo(far / 64.0, within(1e-15));
  }

  @Test
  void turnedAroundItIsTheSameAndManyAreClose() {
    double[] d = new double[26];
    double[] turned = new double[26];
    for (int i = 0; i < 26; i++) {
      d[i] = Math.sin(3.0 * i) + 0.2;
      turned[i] = -d[i];
    }
    double p = SignedRanks.of(d).get().p();
    assertThat(SignedRanks.of(turned).get().p()).isCloseTo(p, within(1e-12));
    double exact = SignedRanks.of(java.util.Arrays.copyOf(d, 25)).get().p();
    assertThat(p).isCloseTo(exact, within(0.15));
    assertThat(SignedRanks.of(new double[3]).shortfall()).contains(Shortfall.NO_VARIATION);
  }
}
