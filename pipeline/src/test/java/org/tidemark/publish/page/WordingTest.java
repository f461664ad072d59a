package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "58.1006, 99, 58",
    "58.1006, 100, 58.1",
    "0, 5, 0",
    "0.04, 2000, 0.0",
    "99.95, 2000, 100.0",
    "-3.25, 500, −3.3",
    "-0.04, 500, 0.0"
  })
  void shareIsRoundedByTheSizeOfItsDenominator(double percent, double n, String words) {
    assertThat(Wording.share(percent, n)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0.0004, p < 0.001", "0, p < 0.001", "0.0012, p = 0.001", "0.25, p = 0.250"})
  void pIsNeverZero(double p, String words) {
    assertThat(Wording.p(p).replace(Wording.NBSP, " ")).isEqualTo(words);
  }

  @Test
  void largeNumbersHaveSeparators() {
    assertThat(Wording.count(2471927)).isEqualTo("2,471,927");
    assertThat(Wording.rate(2438.44)).isEqualTo("2,438.4");
  }

  @Test
  void intervalHasAWordInside() {
    assertThat(Wording.interval("51", "65").replace(Wording.NBSP, " "))
        .isEqualTo("95 % CI 51 to 65");
  }

  @Test
  void listsAndPluralsRead() {
    assertThat(Wording.list(List.of())).isEmpty();
    assertThat(Wording.list(List.of("a"))).isEqualTo("a");
    assertThat(Wording.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Wording.plural(1, "site", "sites")).isEqualTo("1 site");
    assertThat(Wording.plural(0, "site", "sites")).isEqualTo("0 sites");
  }

  @ParameterizedTest
  @CsvSource({
    "Breast, breast",
    "Hodgkin lymphoma, Hodgkin lymphoma",
    "Non-Hodgkin lymphoma, non-Hodgkin lymphoma",
    "CNS, CNS",
    "C50, C50"
  })
  void labelsInASentenceKeepNamesAndCodes(String label, String words) {
    assertThat(Wording.inSentence(label)).isEqualTo(words);
  }

  @Test
  void datesAreWrittenOut() {
    assertThat(Wording.date(LocalDate.of(2023, 3, 1))).isEqualTo("1\u00a0March 2023");
  }

  @Test
  void longLabelsAreCutWithASign() {
    assertThat(Wording.cut("Amani Teaching Hospital", 12)).isEqualTo("Amani Teach…");
    assertThat(Wording.cut("Amani", 12)).isEqualTo("Amani");
  }
}
