package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texts and pairs are numbered in the order in which they come")
class CodesTest {
  private static int number(Codes codes, String text) {
    return codes.of(UTF8String.fromString(text));
  }

  @Test
  void oneTextHasOneNumber() {
    Codes codes = Codes.none();
    List<String> texts = List.of("C509", "", "8140", "eight888", "longer than a word", "é", "C50");
    for (int i = 0; i < texts.size(); i++) {
      assertThat(number(codes, texts.get(i))).isEqualTo(i + 1);
    }
    for (int i = texts.size() - 1; i >= 0; i--) {
      assertThat(number(codes, texts.get(i))).isEqualTo(i + 1);
      assertThat(codes.string(i + 1)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void theAbsentTextIsNought() {
    Codes codes = Codes.none();
    assertThat(codes.of(null)).isZero();
    assertThat(codes.string(0)).isNull();
    assertThat(codes.text(0)).isNull();
  }

  @Test
  void aZeroByteAtTheEndMakesAnotherText() {
    Codes codes = Codes.none();
    assertThat(number(codes, "C50")).isNotEqualTo(number(codes, "C50\0"));
    assertThat(number(codes, "C50\0")).isEqualTo(number(codes, "C50\0"));
    assertThat(number(codes, "")).isNotEqualTo(number(codes, "\0"));
  }

  @Test
  void theBytesOfATextMayChangeAfterwards() {
    Codes codes = Codes.none();
    byte[] bytes = {'C', '5', '0'};
    int number = codes.of(UTF8String.fromBytes(bytes));
    bytes[2] = '1';
    assertThat(codes.string(number)).isEqualTo("C50");
    assertThat(codes.of(UTF8String.fromBytes(bytes))).isNotEqualTo(number);
  }

  @Test
  void pairsAreToldApartAsInAMap() {
    Pairs pairs = Pairs.none();
    Map<List<Integer>, Integer> expected = new HashMap<>();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11L);
    for (int i = 0; i < 50_000; i++) {
      int first = random.nextInt(200) - 100;
      int second = random.nextInt(200) - 100;
      int number = expected.computeIfAbsent(List.of(first, second), p -> expected.size());
      assertThat(pairs.of(first, second)).isEqualTo(number);
    }
    assertThat(pairs.size()).isEqualTo(expected.size()).isGreaterThan(25_000);
    expected.forEach(
        (pair, number) ->
            assertThat(List.of(pairs.first(number), pairs.second(number))).isEqualTo(pair));
  }
}
