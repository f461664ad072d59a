package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tidemark.tally.IndicatorPeriods.Period;

final class SiteReportsTest {
  private static final LocalDate CUT_OFF = LocalDate.parse("2023-06-15");
  private static final List<String> STOCK = List.of("medicine_stock");
  private static final List<String> BOTH = List.of("care_pathway", "tb_meeting");

  private static final Predicate<String> ALWAYS = month -> true;

  private static SiteReports.Due report(String tables, String period, boolean owed, boolean came) {
    return SiteReports.Due.of(new SiteFact.Report(tables, period, owed, came));
  }

  @Test
  void aQuarterOfMonthlyReportsIsCountedReportByReport() {
    SiteReports own =
        SiteReports.of(
            List.of(
                report("medicine_stock", "2023-01", true, true),
                report("medicine_stock", "2023-02", true, false),
                report("medicine_stock", "2023-03", true, true)),
            STOCK,
            ALWAYS,
            CUT_OFF);
    assertThat(own.byPeriod(List.of("quarter")).get(new Period("quarter", "2023Q1")))
        .isEqualTo(new ReportCount(1, 1, 3, 2, 0, 2));
    assertThat(own.counts("2023-01")).isTrue();
    assertThat(own.counts("2023-02")).isFalse();
  }

  @Test
  void aQuarterlyReportSpeaksOfItsThreeMonths() {
    SiteReports own =
        SiteReports.of(
            List.of(report("medicine_stock", "2023Q1", true, true)), STOCK, ALWAYS, CUT_OFF);
    assertThat(own.byPeriod(List.of("quarter", "month")))
        .containsEntry(new Period("quarter", "2023Q1"), new ReportCount(1, 1, 1, 1, 0, 3))
        .containsEntry(new Period("month", "202302"), new ReportCount(1, 1, 1, 1, 0, 1));
  }

  @Test
  void nothingIsOwedForAServiceThatTheSiteDoesNotOffer() {
    SiteReports own =
        SiteReports.of(
            List.of(report("medicine_stock", "2023Q1", true, false)),
            STOCK,
            month -> false,
            CUT_OFF);
    assertThat(own.byPeriod(List.of("quarter")).get(new Period("quarter", "2023Q1")))
        .isEqualTo(new ReportCount(0, 0, 0, 0, 1, 0));
  }

  @Test
  void aPeriodThatIsNotOverIsNotDue() {
    SiteReports own =
        SiteReports.of(
            List.of(report("medicine_stock", "2023Q2", true, false)), STOCK, ALWAYS, CUT_OFF);
    assertThat(own.byPeriod(List.of("quarter"))).isEmpty();
    assertThat(own.counts("2023-05")).as("nothing is missing yet").isTrue();
  }

  @Test
  void ofTwoDatasetsTheWorseDecides() {
    SiteReports absent =
        SiteReports.of(
            List.of(
                report("care_pathway", "2023Q1", true, true),
                report("tb_meeting;tb_case", "2023Q1", true, false)),
            BOTH,
            ALWAYS,
            CUT_OFF);
    assertThat(absent.byPeriod(List.of("year")).get(new Period("year", "2023")))
        .isEqualTo(new ReportCount(1, 0, 1, 0, 0, 0));
    SiteReports noService =
        SiteReports.of(
            List.of(
                report("tb_meeting;tb_case", "2023Q1", false, false),
                report("care_pathway", "2023Q1", true, false)),
            BOTH,
            ALWAYS,
            CUT_OFF);
    assertThat(noService.byPeriod(List.of("year")).get(new Period("year", "2023")))
        .isEqualTo(new ReportCount(0, 0, 0, 0, 1, 0));
    assertThat(noService.counts("2023-02")).isFalse();
  }

  @Test
  void reportsOfOtherTablesDoNotMatter() {
    SiteReports own =
        SiteReports.of(
            List.of(report("path_specimen", "2023Q1", true, false)), STOCK, ALWAYS, CUT_OFF);
    assertThat(own.counts("2023-01")).isTrue();
    assertThat(own.byPeriod(List.of("all"))).isEmpty();
  }
}
