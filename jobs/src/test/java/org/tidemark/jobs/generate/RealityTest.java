package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The generated reports hold what reality holds; each feature is counted. */
class RealityTest {
  private final Drawn drawn = Drawn.eightSites();

  @Test
  void someReportsNeverArrive() {
    Set<String> arrived =
        drawn.rows("report_submission").stream().map(this::key).collect(Collectors.toSet());
    long owed = count("report_expectation", e -> e.get("expected").equals("true"));
    long missing =
        count(
            "report_expectation",
            e -> e.get("expected").equals("true") && !arrived.contains(key(e)));
    assertThat(missing).isBetween(owed / 50, owed / 8);
    assertThat(arrived).doesNotContain("PATHOLOGY/ESK/2021Q2", "PATHOLOGY/ESK/2021Q3");
  }

  @Test
  void oneReportIsSevenWeeksLateAndOthersAreLateToo() {
    Map<String, String> due =
        drawn.rows("report_expectation").stream()
            .collect(Collectors.toMap(this::key, e -> e.get("due_date")));
    List<Map<String, String>> late =
        drawn.rows("report_submission").stream()
            .filter(s -> s.get("version").equals("1"))
            .filter(s -> s.get("completed_at").substring(0, 10).compareTo(due.get(key(s))) > 0)
            .toList();
    assertThat(late).hasSizeBetween(10, 100);
    Map<String, String> latest =
        late.stream().filter(s -> key(s).equals("TUMOUR_BOARD/BRE/2022Q1")).findFirst().get();
    assertThat(latest.get("completed_at").substring(0, 10))
        .isEqualTo(LocalDate.parse(due.get(key(latest))).plusDays(47).toString());
  }

  @Test
  void aTrueZeroIsReported() {
    List<Map<String, String>> meetings =
        drawn.rows("tb_meeting").stream()
            .filter(m -> m.get("submission_id").equals("TUMOUR_BOARD-HOL-2022Q4-v1"))
            .toList();
    assertThat(meetings).hasSizeGreaterThanOrEqualTo(6);
    assertThat(meetings).allSatisfy(m -> assertThat(m.get("held")).isEqualTo("false"));
    assertThat(count("report_submission", s -> s.get("n_rows").equals("0"))).isPositive();
    assertThat(count("medicine_stock", m -> m.get("days_out").equals("0"))).isGreaterThan(500);
  }

  @Test
  void aSiteWithoutPathologyOwesNoPathologyReport() {
    Map<String, String> dorrin =
        drawn.rows("site").stream().filter(s -> s.get("site_id").equals("DOR")).findFirst().get();
    assertThat(dorrin.get("services").split(";")).doesNotContain("PATH");
    assertThat(count("path_specimen", s -> s.get("site_id").equals("DOR"))).isZero();
    assertThat(
            count("report_expectation", e -> e.get("waiver_reason").equals("service not offered")))
        .isEqualTo(12);
  }

  @Test
  void aClosedSiteOwesNothing() {
    assertThat(count("report_expectation", e -> e.get("waiver_reason").equals("site closed")))
        .isEqualTo(Dataset.values().length);
    assertThat(
            count(
                "care_pathway",
                p ->
                    p.get("site_id").equals("GAL")
                        && quarter(p, "diagnosis_date").equals("2022Q2")))
        .isZero();
  }

  @Test
  void aResubmissionCorrectsItsFigures() {
    List<Map<String, String>> right = drawn.file(SpecimenReport.CORRECTION);
    List<Map<String, String>> wrong =
        drawn.file("path_specimen-2022.csv").stream()
            .filter(s -> s.get("submission_id").equals("PATHOLOGY-CAL-2022Q3-v1"))
            .toList();
    assertThat(right)
        .allSatisfy(s -> assertThat(s.get("submission_id")).isEqualTo("PATHOLOGY-CAL-2022Q3-v2"));
    assertThat(wrong.size()).isLessThan(right.size());
    assertThat(medianDays(right)).isLessThan(15);
    assertThat(medianDays(wrong)).isGreaterThan(30);
  }

  @Test
  void someStagesAreUnknown() {
    List<Map<String, String>> pathways = drawn.rows("care_pathway");
    long unknown = count("care_pathway", p -> p.get("stage_group").equals("9"));
    assertThat(unknown / (double) pathways.size()).isBetween(0.11, 0.17);
    assertThat(pathways)
        .allSatisfy(
            p ->
                assertThat(p.get("stage_known"))
                    .isEqualTo(p.get("stage_group").equals("9") ? "false" : "true"));
  }

  @Test
  void someSpecimensAreNotYetDueAndSomeNeverReported() {
    Predicate<Map<String, String>> open = s -> s.get("reported_at").isEmpty();
    Predicate<Map<String, String>> young = s -> s.get("received_at").compareTo("2023-12-01") > 0;
    assertThat(count("path_specimen", open.and(young))).isPositive();
    assertThat(count("path_specimen", open.and(young.negate()))).isBetween(5L, 120L);
  }

  @Test
  void someTraineesAreNotReachedAndSomeNotYetDue() {
    assertThat(count("trainee_followup", f -> f.get("status").equals("NOT_REACHED"))).isPositive();
    assertThat(count("trainee_episode", e -> e.get("outcome").equals("ONGOING"))).isPositive();
    assertThat(
            count(
                "trainee_episode",
                e -> e.get("outcome").equals("COMPLETED") && e.get("end").startsWith("2023")))
        .isPositive();
  }

  @Test
  void nothingIsKnownBeyondTheCutOffOrTheDayOfTheReport() {
    Map<String, String> completed =
        drawn.rows("report_submission").stream()
            .collect(Collectors.toMap(s -> s.get("submission_id"), s -> s.get("completed_at")));
    for (Map<String, String> pathway : drawn.rows("care_pathway")) {
      assertThat(pathway.get("first_treatment_date"))
          .isLessThan("2024-01-01")
          .isLessThan(completed.get(pathway.get("submission_id")));
    }
    assertThat(drawn.rows("path_specimen"))
        .allSatisfy(s -> assertThat(s.get("reported_at")).isLessThan("2024-01-01"));
  }

  @Test
  void stocksBalanceAndFollowOnFromEachOther() {
    for (Map<String, String> month : drawn.rows("medicine_stock")) {
      long in = number(month, "opening") + number(month, "received");
      long out = number(month, "issued") + number(month, "wasted");
      assertThat(number(month, "closing")).isEqualTo(in - out).isNotNegative();
      assertThat(number(month, "days_out")).isLessThanOrEqualTo(number(month, "days_observed"));
    }
  }

  private long count(String table, Predicate<Map<String, String>> predicate) {
    return drawn.rows(table).stream().filter(predicate).count();
  }

  private String key(Map<String, String> row) {
    return row.get("dataset") + "/" + row.get("site_id") + "/" + row.get("period");
  }

  private static String quarter(Map<String, String> row, String column) {
    return Quarter.of(LocalDate.parse(row.get(column))).label();
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }

  private static long medianDays(List<Map<String, String>> specimens) {
    long[] days =
        specimens.stream()
            .filter(s -> !s.get("reported_at").isEmpty())
            .mapToLong(
                s ->
                    LocalDate.parse(s.get("reported_at")).toEpochDay()
                        - LocalDate.parse(s.get("received_at")).toEpochDay())
            .sorted()
            .toArray();
    return days[days.length / 2];
  }
}
