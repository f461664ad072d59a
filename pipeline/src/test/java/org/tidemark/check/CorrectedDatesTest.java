package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that were made whole before they were sent. */
class CorrectedDatesTest {
  /** Every day of four years, each as often as the next. */
  private static CorrectedDates everyDay(long correctedDays, long correctedMonths) {
    LocalDate first = LocalDate.of(2008, 1, 1);
    long firsts =
        LongStream.range(0, 1461).filter(d -> first.plusDays(d).getDayOfMonth() == 1).count();
    long midYear =
        LongStream.range(0, 1461).filter(d -> first.plusDays(d).getDayOfYear() == 183).count();
    assertThat(firsts).isEqualTo(48);
    return new CorrectedDates(
        1461 + correctedDays + correctedMonths,
        firsts + correctedDays + correctedMonths,
        Math.max(midYear, 4) + correctedMonths);
  }

  @Test
  void datesOfEveryDayAreNotSuspicious() {
    assertThat(everyDay(0, 0).daysCorrected()).isFalse();
    assertThat(everyDay(0, 0).monthsCorrected()).isFalse();
  }

  @Test
  void anEighthOfDaysCorrectedIsSeen() {
    assertThat(everyDay(200, 0).daysCorrected()).isTrue();
    assertThat(everyDay(200, 0).monthsCorrected()).isFalse();
  }

  @Test
  void correctedMonthsAreSeenWhereDaysAreNot() {
    assertThat(everyDay(0, 30).monthsCorrected()).isTrue();
    assertThat(everyDay(0, 30).daysCorrected()).isFalse();
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
    CorrectedDates dates = new CorrectedDates(exact, firsts, midYear);
    assertThat(dates.daysCorrected()).isEqualTo(days);
    assertThat(dates.monthsCorrected()).isEqualTo(months);
  }

  @Test
  void partsAreWithinTheWhole() {
    assertThatThrownBy(() -> new CorrectedDates(10, 11, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CorrectedDates(10, 5, 6))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
