package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.tally.IndicatorPeriods.Period;

final class IndicatorPeriodsTest {
  @Test
  void aMonthLiesInEverySpan() {
    assertThat(IndicatorPeriods.holding("2023-09", List.of("month", "quarter", "year", "all")))
        .containsExactly(
            new Period("month", "202309"),
            new Period("quarter", "2023Q3"),
            new Period("year", "2023"),
            new Period("all", "all"));
    assertThat(IndicatorPeriods.containing("2023-10", "quarter")).contains("2023Q4");
  }

  @Test
  void aYearAloneLiesInLongSpansOnly() {
    assertThat(IndicatorPeriods.holding("2023", List.of("month", "quarter", "year", "all")))
        .containsExactly(new Period("year", "2023"), new Period("all", "all"));
  }

  @Test
  void periodsOfReportsInEverySpelling() {
    assertThat(IndicatorPeriods.monthsOf("2023Q1"))
        .containsExactly("2023-01", "2023-02", "2023-03");
    assertThat(IndicatorPeriods.monthsOf("202312")).containsExactly("2023-12");
    assertThat(IndicatorPeriods.monthsOf("2023-07")).containsExactly("2023-07");
    assertThat(IndicatorPeriods.monthsOf("2023")).hasSize(12).endsWith("2023-12");
    assertThat(IndicatorPeriods.monthsOf("2023W1")).isEmpty();
    assertThat(IndicatorPeriods.monthsOf("202313")).isEmpty();
  }
}
