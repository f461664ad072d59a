package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form, with the first and last day that a calendar shows for it. */
class Dhis2PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "20260301, DAY, 2026-03-01, 2026-03-01,",
    "2026-03-01, DAY, 2026-03-01, 2026-03-01,",
    "2026W1, WEEK, 2025-12-29, 2026-01-04,",
    "2026W01, WEEK, 2025-12-29, 2026-01-04,",
    "2026W53, WEEK, 2026-12-28, 2027-01-03,",
    "2026WedW1, WEEK, 2025-12-31, 2026-01-06,",
    "2026ThuW1, WEEK, 2026-01-01, 2026-01-07,",
    "2026FriW2, WEEK, 2026-01-09, 2026-01-15,",
    "2026SatW1, WEEK, 2026-01-03, 2026-01-09,",
    "2026SunW1, WEEK, 2026-01-04, 2026-01-10,",
    "2026BiW1, TWO_WEEKS, 2025-12-29, 2026-01-11,",
    "2026BiW2, TWO_WEEKS, 2026-01-12, 2026-01-25,",
    "202601, MONTH, 2026-01-01, 2026-01-31, 202601",
    "2026-02, MONTH, 2026-02-01, 2026-02-28, 202602",
    "202602B, TWO_MONTHS, 2026-03-01, 2026-04-30,",
    "2026Q1, QUARTER, 2026-01-01, 2026-03-31, 2026Q1",
    "2026Q4, QUARTER, 2026-10-01, 2026-12-31, 2026Q4",
    "2026NovQ1, SHIFTED_QUARTER, 2025-11-01, 2026-01-31,",
    "2026NovQ2, SHIFTED_QUARTER, 2026-02-01, 2026-04-30,",
    "2026S1, HALF_YEAR, 2026-01-01, 2026-06-30,",
    "2026S2, HALF_YEAR, 2026-07-01, 2026-12-31,",
    "2026AprilS1, SHIFTED_HALF_YEAR, 2026-04-01, 2026-09-30,",
    "2026AprilS2, SHIFTED_HALF_YEAR, 2026-10-01, 2027-03-31,",
    "2026NovS1, SHIFTED_HALF_YEAR, 2025-11-01, 2026-04-30,",
    "2026NovS2, SHIFTED_HALF_YEAR, 2026-05-01, 2026-10-31,",
    "2026, YEAR, 2026-01-01, 2026-12-31, 2026",
    "2026Feb, FINANCIAL_YEAR, 2026-02-01, 2027-01-31,",
    "2026April, FINANCIAL_YEAR, 2026-04-01, 2027-03-31,",
    "2026July, FINANCIAL_YEAR, 2026-07-01, 2027-06-30,",
    "2026Oct, FINANCIAL_YEAR, 2026-10-01, 2027-09-30,",
    "2026Nov, FINANCIAL_YEAR, 2025-11-01, 2026-10-31,"
  })
  void formsAreToldByWhatStandsBetweenTheirNumbers(
      String text, Dhis2Period.Kind kind, String start, String end, String shared) {
    Dhis2Period period = Dhis2Period.of(text).orElseThrow();
    assertThat(period.kind()).isEqualTo(kind);
    assertThat(period.start()).hasToString(start);
    assertThat(period.end()).hasToString(end);
    assertThat(period.shared()).isEqualTo(Optional.ofNullable(shared));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "202613",
        "2026Q5",
        "2026Q",
        "2026S3",
        "2026W54",
        "2025W53",
        "2026-3",
        "20260230",
        "2026Dec",
        "2026Q1x",
        "26Q1",
        "2026-0301",
        "202607B",
        "2026April1",
        "2026BiW28"
      })
  void whatIsNoPeriodIsNone(String text) {
    assertThat(Dhis2Period.of(text)).isEmpty();
  }
}
