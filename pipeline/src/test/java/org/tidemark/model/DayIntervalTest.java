package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What is stored of an interval of days")
class DayIntervalTest {
  @ParameterizedTest
  @CsvSource({
    "2019-07-03, 2019-07-03, 2019-07-03",
    "2019-07-01, 2019-07-31, 2019-07",
    "2019-09-06, 2019-09-10, 2019-09",
    "2019-06-08, 2019-07-07, 2019",
    "2019-01-01, 2019-12-31, 2019",
    "2007-09-12, 2008-09-10, 2008",
    "2021-03-21, 2022-03-20, 2021",
    "2020-12-31, 2021-01-01, 2020",
    "2020-12-31, 2021-01-02, 2021"
  })
  void isTheNarrowestPrecisionOrTheYearOfMostDays(LocalDate first, LocalDate last, String text) {
    DayInterval days = new DayInterval(first.toEpochDay(), last.toEpochDay());
    assertThat(days.text()).isEqualTo(text);
    assertThat(days.straddlesYears()).isEqualTo(first.getYear() != last.getYear());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("The text holds every day unless two years are straddled; then most of them")
  void holdsTheDays(SolarCalendar calendar) {
    int from = calendar == SolarCalendar.PERSIAN ? 1304 : 1900;
    for (int year = from; year < from + 100; year++) {
      for (int month = 0; month <= calendar.months(); month++) {
        DayInterval days = calendar.days(year, month, 0).orElseThrow();
        long first = PartialDate.earliest(days.text()).toEpochDay();
        long last = PartialDate.latest(days.text()).toEpochDay();
        long held = Math.min(last, days.last()) - Math.max(first, days.first()) + 1;
        long all = days.last() - days.first() + 1;
        assertThat(days.straddlesYears() ? 2 * held >= all : held == all).isTrue();
        assertThat(PartialDate.exact(days.text())).isFalse();
        assertThat(days.straddlesYears() && calendar.sharesNewYear()).isFalse();
      }
    }
  }

  @Test
  void isNeverEmpty() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DayInterval(2, 1));
  }
}
