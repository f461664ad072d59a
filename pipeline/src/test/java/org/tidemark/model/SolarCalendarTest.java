package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.temporal.ChronoField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.chrono.EthiopicChronology;

@DisplayName("Calendars by arithmetic")
class SolarCalendarTest {
  private static final long DAY = 86_400_000L;

  @ParameterizedTest
  @CsvSource({
    // Ethiopian: millennium, the day after a leap year's sixth epagomenal day, Genna 2012.
    "ETHIOPIAN, 2000, 1, 1, 2007-09-12",
    "ETHIOPIAN, 2007, 13, 5, 2015-09-10",
    "ETHIOPIAN, 2007, 13, 6, 2015-09-11",
    "ETHIOPIAN, 2008, 1, 1, 2015-09-12",
    "ETHIOPIAN, 2012, 4, 28, 2020-01-07",
    "ETHIOPIAN, 2016, 1, 1, 2023-09-12",
    "ETHIOPIAN, 2017, 1, 1, 2024-09-11",
    // Persian: Nowruz as held, the leap day of 1403, the revolution.
    "PERSIAN, 1400, 1, 1, 2021-03-21",
    "PERSIAN, 1399, 12, 30, 2021-03-20",
    "PERSIAN, 1403, 1, 1, 2024-03-20",
    "PERSIAN, 1403, 12, 30, 2025-03-20",
    "PERSIAN, 1404, 1, 1, 2025-03-21",
    "PERSIAN, 1357, 11, 22, 1979-02-11",
    "BUDDHIST, 2562, 7, 3, 2019-07-03",
    "BUDDHIST, 2563, 2, 29, 2020-02-29",
    "GREGORIAN, 2000, 2, 29, 2000-02-29"
  })
  void convertsAsPublished(SolarCalendar calendar, int year, int month, int day, String iso) {
    assertThat(calendar.days(year, month, day)).map(DayInterval::text).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "ETHIOPIAN, 2008, 13, 6",
    "ETHIOPIAN, 2007, 13, 7",
    "ETHIOPIAN, 2007, 14, 1",
    "ETHIOPIAN, 2007, 1, 31",
    "PERSIAN, 1404, 12, 30",
    "PERSIAN, 1400, 7, 31",
    "PERSIAN, 1209, 1, 1",
    "PERSIAN, 1633, 1, 1",
    "BUDDHIST, 2562, 2, 29",
    "BUDDHIST, 543, 1, 1",
    "GREGORIAN, 2019, 13, 0",
    "GREGORIAN, 2019, 2, -1",
    "GREGORIAN, 0, 1, 1"
  })
  void knowsNoSuchDay(SolarCalendar calendar, int year, int month, int day) {
    assertThat(calendar.days(year, month, day)).isEmpty();
  }

  @Test
  @DisplayName("Thai, day by day, as java.time")
  void buddhistAsJavaTime() {
    equalDayByDay(SolarCalendar.BUDDHIST, ThaiBuddhistChronology.INSTANCE, 1800, 2100);
  }

  @Test
  @DisplayName("Ethiopian, day by day, as ThreeTen-Extra")
  void ethiopianAsThreeTen() {
    equalDayByDay(SolarCalendar.ETHIOPIAN, EthiopicChronology.INSTANCE, 1800, 2100);
  }

  @Test
  @DisplayName("Persian, day by day since the law of 1304, as ICU")
  void persianAsIcu() {
    PersianCalendar icu = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    long last = LocalDate.of(2100, 12, 31).toEpochDay();
    for (long day = LocalDate.of(1925, 3, 22).toEpochDay(); day <= last; day++) {
      icu.setTimeInMillis(day * DAY);
      assertThat(
              SolarCalendar.PERSIAN.days(
                  icu.get(Calendar.EXTENDED_YEAR),
                  icu.get(Calendar.MONTH) + 1,
                  icu.get(Calendar.DAY_OF_MONTH)))
          .contains(new DayInterval(day, day));
    }
  }

  @Test
  @DisplayName("Persian new years since 1831 as ICU")
  void persianNewYearsAsIcu() {
    for (int year = 1210; year <= 1500; year++) {
      PersianCalendar icu = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
      icu.clear();
      icu.set(year, 0, 1);
      assertThat(SolarCalendar.PERSIAN.monthStart(year, 1))
          .as("1 Farvardin %d", year)
          .isEqualTo(icu.getTimeInMillis() / DAY);
    }
  }

  @Test
  void aPersianDateBeforeTheLawOf1304IsKnownToTheYear() {
    DayInterval year = SolarCalendar.PERSIAN.days(1303, 5, 31).orElseThrow();
    assertThat(year).isEqualTo(SolarCalendar.PERSIAN.days(1303, 0, 0).orElseThrow());
    assertThat(year.text()).isEqualTo("1924");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Every day stands in its month, every month in its year, and each follows the last")
  void partsHoldTheirDays(SolarCalendar calendar) {
    int year = calendar == SolarCalendar.PERSIAN ? 1304 : 1900;
    long expected = calendar.monthStart(year, 1);
    for (int y = year; y < year + 200; y++) {
      DayInterval wholeYear = calendar.days(y, 0, 0).orElseThrow();
      assertThat(wholeYear.first()).isEqualTo(expected);
      for (int month = 1; month <= calendar.months(); month++) {
        DayInterval wholeMonth = calendar.days(y, month, 0).orElseThrow();
        assertThat(wholeYear.holds(wholeMonth.first()) && wholeYear.holds(wholeMonth.last()))
            .isTrue();
        for (long day = wholeMonth.first(); day <= wholeMonth.last(); day++) {
          int inMonth = (int) (day - wholeMonth.first()) + 1;
          assertThat(calendar.days(y, month, inMonth)).contains(new DayInterval(day, day));
        }
        expected = wholeMonth.last() + 1;
      }
      assertThat(wholeYear.last()).isEqualTo(expected - 1);
    }
  }

  private static void equalDayByDay(SolarCalendar ours, Chronology theirs, int from, int to) {
    long last = LocalDate.of(to, 12, 31).toEpochDay();
    for (long day = LocalDate.of(from, 1, 1).toEpochDay(); day <= last; day++) {
      ChronoLocalDate date = theirs.dateEpochDay(day);
      assertThat(
              ours.days(
                  date.get(ChronoField.YEAR),
                  date.get(ChronoField.MONTH_OF_YEAR),
                  date.get(ChronoField.DAY_OF_MONTH)))
          .contains(new DayInterval(day, day));
    }
  }
}
