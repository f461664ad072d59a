package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** The hash of values is that of their texts, in whatever form they are stored. */
class ValueHashTest {
  private final ValueHash hash = new ValueHash();

  @Test
  void wholeNumbersAreTheirText() {
    IntStream edges =
        IntStream.of(
            0, 9, 10, 99, 100, 14_799, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -10, 1_000_000);
    IntStream.concat(edges, new Random(3).ints(10_000))
        .forEach(
            number ->
                assertThat(hash.begin().add("a").add(number).add(null).end())
                    .isEqualTo(
                        hash.begin().add("a").add(Integer.toString(number)).add(null).end()));
  }

  @Test
  void storedTextsAreTheirText() {
    for (String text : new String[] {"", "C509", "été", "x".repeat(2_000)}) {
      assertThat(hash.begin().add(UTF8String.fromString(text)).end())
          .isEqualTo(hash.begin().add(text).end());
    }
  }

  @Test
  void absentAndEmptyDifferAndNeighboursDoNotRunTogether() {
    assertThat(hash.begin().add(null).end()).isNotEqualTo(hash.begin().add("").end());
    assertThat(hash.begin().add("1").add(2).end()).isNotEqualTo(hash.begin().add(12).end());
  }
}
