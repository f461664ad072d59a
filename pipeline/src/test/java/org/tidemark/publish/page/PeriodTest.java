package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2019, 2019",
    "2015-2019, 2015 to 2019",
    "2019-2019, 2019",
    "2019Q1, 2019 Q1",
    "2019-Q4, 2019 Q4",
    "201902, February 2019",
    "2019-12, December 2019",
    "all, all periods",
    "baseline, baseline"
  })
  void isReadAloud(String code, String words) {
    assertThat(Period.of(code).words()).isEqualTo(words);
  }

  @Test
  void emptyIsAllPeriods() {
    assertThat(Period.of("").words()).isEqualTo("all periods");
  }

  @Test
  void ordersByEndThenLength() {
    List<String> sorted =
        Stream.of("2023", "2023Q4", "all", "202312", "2023Q1", "2008-2023", "2022")
            .map(Period::of)
            .sorted()
            .map(Period::code)
            .toList();
    assertThat(sorted)
        .containsExactly("all", "2022", "2023Q1", "202312", "2023Q4", "2023", "2008-2023");
  }

  @Test
  void knowsQuarters() {
    assertThat(Period.of("2023Q2").isQuarter()).isTrue();
    assertThat(Period.of("2023").isQuarter()).isFalse();
    assertThat(Period.of("all").isQuarter()).isFalse();
  }
}
