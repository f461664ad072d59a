package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthTableTest {
  private static final List<Integer> LONG = List.of(31, 31, 31, 32, 31, 31, 30, 29, 30, 29, 30, 30);
  private static final MonthTable TABLE =
      MonthTable.of(2077, LocalDate.of(2020, 4, 13), List.of(LONG, LONG));

  @Test
  void countsFromItsFirstDay() {
    assertThat(TABLE.days(2077, 1, 1)).map(DayInterval::text).contains("2020-04-13");
    assertThat(TABLE.days(2077, 4, 32)).map(DayInterval::text).contains("2020-08-15");
    assertThat(TABLE.days(2078, 1, 1)).map(DayInterval::text).contains("2021-04-13");
    assertThat(TABLE.days(2078, 12, 30)).map(DayInterval::text).contains("2022-04-12");
  }

  @Test
  void anUnknownPartIsAnInterval() {
    assertThat(TABLE.days(2077, 0, 0)).map(DayInterval::text).contains("2020");
    assertThat(TABLE.days(2077, 9, 0)).map(DayInterval::straddlesYears).contains(true);
  }

  @Test
  void reachesNoFurtherThanTheTable() {
    assertThat(TABLE.days(2076, 12, 1)).isEmpty();
    assertThat(TABLE.days(2079, 1, 1)).isEmpty();
    assertThat(TABLE.days(2079, 0, 0)).isEmpty();
    assertThat(TABLE.days(2077, 1, 32)).isEmpty();
    assertThat(TABLE.days(2077, 13, 1)).isEmpty();
    assertThat(TABLE.days(Integer.MIN_VALUE, 1, 1)).isEmpty();
    assertThat(TABLE.days(Integer.MAX_VALUE, 1, 1)).isEmpty();
  }

  @Test
  void hasTwelveMonthsAYear() {
    LocalDate day = LocalDate.of(2020, 4, 13);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonthTable.of(2077, day, List.of(List.of(31))));
  }
}
