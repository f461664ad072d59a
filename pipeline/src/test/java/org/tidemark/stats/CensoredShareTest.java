package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CensoredShareTest {
  private static final double TINY = 1e-12;

  @Test
  void nineTraineesOfWhomTwoAreLostAndTwoDropOut() {
    CensoredShare share =
        CensoredShare.at(
                new int[] {0, 6, 12},
                new long[] {0, 2, 0},
                new long[] {1, 3, 5},
                12,
                LimitScale.LOG_LOG)
            .get();
    assertThat(share.share()).isCloseTo(6.0 / 8, within(TINY));
    assertThat(share.events()).isEqualTo(2);
    assertThat(share.censoredBefore()).isEqualTo(2);
    double factor = Math.exp(Confidence.Z * Math.sqrt(2.0 / (8 * 6)) / -Math.log(0.75));
    assertThat(share.limits().get().lower()).isCloseTo(Math.pow(0.75, factor), within(TINY));
    assertThat(share.limits().get().upper()).isCloseTo(Math.pow(0.75, 1 / factor), within(TINY));
  }

  @Test
  void withoutCensoringItIsThePlainShare() {
    CensoredShare share =
        CensoredShare.at(
                new int[] {1, 3, 9, 12},
                new long[] {1, 2, 1, 0},
                new long[] {1, 2, 1, 6},
                12,
                LimitScale.PLAIN)
            .get();
    assertThat(share.share()).isCloseTo(0.6, within(TINY));
    assertThat(share.censoredBefore()).isZero();
  }

  @Test
  void anEventAtTheHorizonCountsAndALaterOneDoesNot() {
    int[] times = {12, 13};
    long[] events = {1, 1};
    long[] all = {1, 3};
    assertThat(CensoredShare.at(times, events, all, 12, LimitScale.PLAIN).get().share())
        .isCloseTo(0.75, within(TINY));
    assertThat(CensoredShare.at(times, events, all, 11, LimitScale.PLAIN).get().share())
        .isEqualTo(1);
  }

  @Test
  void nobodyFollowedThatLongIsNoFigure() {
    Answer<CensoredShare> answer =
        CensoredShare.at(
            new int[] {3, 6}, new long[] {1, 0}, new long[] {2, 4}, 12, LimitScale.LOG);
    assertThat(answer.shortfall()).contains(Shortfall.FOLLOW_UP_TOO_SHORT);
    assertThat(
            CensoredShare.at(new int[0], new long[0], new long[0], 12, LimitScale.LOG).shortfall())
        .contains(Shortfall.NO_OBSERVATIONS);
  }

  @Test
  void everybodyLostIsZeroWithoutLimits() {
    CensoredShare share =
        CensoredShare.at(new int[] {2}, new long[] {4}, new long[] {4}, 12, LimitScale.LOG_LOG)
            .get();
    assertThat(share.share()).isZero();
    assertThat(share.limits().figure()).isEmpty();
  }

  @Test
  void timesMustRise() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CensoredShare.at(
                    new int[] {2, 2}, new long[2], new long[] {1, 1}, 3, LimitScale.LOG))
        .withMessage("times must rise");
  }
}
