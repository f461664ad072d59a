package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that were made whole before they were sent. */
class CorrectedDatesTest {
  /** Every day of four years once, and some dates more. */
  private static CorrectedDates everyDay(int firsts, int fifteenths, int midYears) {
    List<LocalDate> days = LocalDate.of(2008, 1, 1).datesUntil(LocalDate.of(2012, 1, 1)).toList();
    return new CorrectedDates(
        days.size() + firsts + fifteenths + midYears,
        days.stream().filter(d -> d.getDayOfMonth() == 1).count() + firsts + midYears,
        days.stream().filter(d -> d.getDayOfMonth() == 15).count() + fifteenths,
        days.stream().filter(d -> d.getDayOfMonth() == 1 && d.getMonthValue() == 7).count()
            + midYears);
  }

  @Test
  void datesOfEveryDayAreNotSuspicious() {
    assertThat(everyDay(0, 0, 0).days()).isZero();
    assertThat(everyDay(0, 0, 0).months()).isZero();
  }

  @Test
  void correctedDaysAreSeenWhereverTheyWerePut() {
    assertThat(everyDay(200, 0, 0).days()).isEqualTo(48 + 200);
    assertThat(everyDay(0, 200, 0).days()).isEqualTo(48 + 200);
    assertThat(everyDay(200, 200, 0).days()).isEqualTo(2 * (48 + 200));
    assertThat(everyDay(200, 200, 0).months()).isZero();
  }

  @Test
  void correctedMonthsAreSeenWhereDaysAreNot() {
    assertThat(everyDay(0, 0, 30).months()).isEqualTo(4 + 30);
    assertThat(everyDay(0, 0, 30).days()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, false, false",
    "19, 19, 19, false, false",
    "20, 20, 20, true, true",
    "20, 20, 0, true, false",
    "100000, 3286, 274, false, false",
    "100000, 6500, 540, false, false",
    "100000, 6700, 560, true, true"
  })
  void bounds(long exact, long firsts, long midYear, boolean days, boolean months) {
    CorrectedDates dates = new CorrectedDates(exact, firsts, 0, midYear);
    assertThat(dates.days()).isEqualTo(days ? firsts : 0);
    assertThat(dates.months()).isEqualTo(months ? midYear : 0);
  }

  @Test
  void partsAreWithinTheWhole() {
    assertThatThrownBy(() -> new CorrectedDates(10, 11, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CorrectedDates(10, 6, 5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CorrectedDates(10, 5, 0, 6))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
