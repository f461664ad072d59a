package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
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

  @Test
  void isADayAlreadyWhereNothingWouldBeWrittenOtherwise() {
    for (int year : new int[] {0, 1, 987, 1900, 1904, 2000, 2019, 9998, 9999}) {
      for (int month = 0; month <= 99; month++) {
        for (int day = 0; day <= 99; day++) {
          String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
          assertThat(PartialDate.isDay(text))
              .as(text)
              .isEqualTo(PartialDate.of(year, month, day).filter(text::equals).isPresent());
        }
      }
    }
  }

  @Test
  void isNoDayWithAnyOtherCharacterInItsPlace() {
    String day = "2019-07-13";
    for (int at = 0; at < day.length(); at++) {
      boolean hyphen = day.charAt(at) == '-';
      for (char c = 0; c < 0x700; c++) {
        if (c != day.charAt(at) && (hyphen || c < '0' || c > '9')) {
          String other = day.substring(0, at) + c + day.substring(at + 1);
          assertThat(PartialDate.isDay(other)).as(other).isFalse();
        }
      }
    }
    assertThat(PartialDate.isDay("2019-07-1")).isFalse();
    assertThat(PartialDate.isDay("2019-07-133")).isFalse();
    assertThat(PartialDate.isDay("")).isFalse();
  }
}
