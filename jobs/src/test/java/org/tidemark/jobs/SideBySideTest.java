package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Work in several threads gives what one thread would, and leaves none of them behind. */
class SideBySideTest {
  @Test
  void resultsComeInTheOrderOfTheItems() {
    assertThat(SideBySide.map(List.of(3, 1, 2, 9, 7, 5), i -> i * 10))
        .containsExactly(30, 10, 20, 90, 70, 50);
    assertThat(SideBySide.map(List.<Integer>of(), i -> i)).isEmpty();
  }

  @Test
  void aFailureWaitsForTheWorkThatHasBegun() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> SideBySide.map(List.of("fails", "goes on"), item -> work(item, begun, ended)))
        .withMessage("asked to fail");
    assertThat(ended).isTrue();
  }

  private static String work(String item, CountDownLatch begun, AtomicBoolean ended) {
    try {
      if (item.equals("fails")) {
        begun.await();
        throw new IllegalStateException("asked to fail");
      }
      begun.countDown();
      Thread.sleep(200);
      ended.set(true);
      return item;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
