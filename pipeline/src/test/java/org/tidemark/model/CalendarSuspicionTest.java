package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Years that speak of another calendar")
class CalendarSuspicionTest {
  private static final int AS_OF = 2024;

  @ParameterizedTest
  @CsvSource({
    "2562, 0, BUDDHIST",
    "2125, 0, BUDDHIST",
    "2124, 0, BIKRAM_SAMBAT",
    "2078, 0, BIKRAM_SAMBAT",
    "2065, 0, BIKRAM_SAMBAT",
    "2064, 0, ",
    "2019, 0, ",
    "2016, 0, ",
    "2016, 1, ETHIOPIAN",
    "2015, 1, ETHIOPIAN",
    "2018, 1, ETHIOPIAN",
    "2019, 1, ",
    "2014, 1, ",
    "1398, 0, PERSIAN",
    "1403, 0, PERSIAN",
    "1404, 0, LUNAR_HIJRI",
    "1445, 0, LUNAR_HIJRI",
    "1299, 0, ",
    "1500, 0, ",
    "1950, 0, "
  })
  void areToldByTheMedianYear(int year, long thirteenth, CalendarSuspicion suspicion) {
    assertThat(CalendarSuspicion.of(Map.of(year, 100L), AS_OF, thirteenth))
        .isEqualTo(Optional.ofNullable(suspicion));
  }

  @Test
  void aFewTypingErrorsAreNoCalendar() {
    assertThat(CalendarSuspicion.of(Map.of(2562, 49L, 2019, 51L), AS_OF, 0)).isEmpty();
    assertThat(CalendarSuspicion.of(Map.of(2562, 51L, 2019, 49L), AS_OF, 0))
        .contains(CalendarSuspicion.BUDDHIST);
  }

  @Test
  void noRecordsSayNothing() {
    assertThat(CalendarSuspicion.of(Map.of(), AS_OF, 0)).isEmpty();
    assertThat(CalendarSuspicion.of(Map.of(2562, 0L), AS_OF, 0)).isEmpty();
  }
}
