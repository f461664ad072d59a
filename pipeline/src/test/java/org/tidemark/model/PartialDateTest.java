package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2019, 7, 3, 2019-07-03",
    "2019, 7, 0, 2019-07",
    "2019, 0, 0, 2019",
    "2019, 0, 12, 2019",
    "2020, 2, 29, 2020-02-29",
    "987, 1, 1, 0987-01-01"
  })
  void writesWhatIsKnown(int year, int month, int day, String text) {
    assertThat(PartialDate.of(year, month, day)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({"2019, 2, 29", "2019, 2, 31", "2019, 13, 1", "0, 1, 1", "2019, 4, 31", "2019, -1, 1"})
  void refusesDaysThatAreNotInTheCalendar(int year, int month, int day) {
    assertThat(PartialDate.of(year, month, day)).isEmpty();
  }

  @Test
  void beginsAtTheFirstDayItMayMean() {
    assertThat(PartialDate.earliest("2019")).isEqualTo(LocalDate.of(2019, 1, 1));
    assertThat(PartialDate.earliest("2019-07")).isEqualTo(LocalDate.of(2019, 7, 1));
    assertThat(PartialDate.earliest("2019-07-03")).isEqualTo(LocalDate.of(2019, 7, 3));
  }

  @Test
  void endsAtTheLastDayItMayMean() {
    assertThat(PartialDate.latest("2019")).isEqualTo(LocalDate.of(2019, 12, 31));
    assertThat(PartialDate.latest("2020-02")).isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(PartialDate.latest("2019-07-03")).isEqualTo(LocalDate.of(2019, 7, 3));
  }

  @Test
  void onlyWholeDaysAreExact() {
    assertThat(PartialDate.exact("2019-07-03")).isTrue();
    assertThat(PartialDate.exact("2019-07")).isFalse();
    assertThat(PartialDate.exact(null)).isFalse();
  }
}
