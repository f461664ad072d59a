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
  private static final List<String> EVENTS =
      List.of(
          "reported_at",
          "delivered_at",
          "ihc_reported_at",
          "first_treatment_date",
          "chemotherapy_end",
          "radiotherapy_end",
          "death_date",
          "followup_date",
          "implemented_date",
          "answered_at",
          "ethics_approved",
          "opened");

  private final Drawn drawn = Drawn.sample();

  @Test
  void someReportsNeverArrive() {
    Set<String> arrived =
        drawn.rows("report_submission").stream().map(this::key).collect(Collectors.toSet());
    long owed = count("report_expectation", e -> e.get("expected").equals("true"));
    long missing =
        count(
            "report_expectation",
            e -> e.get("expected").equals("true") && !arrived.contains(key(e)));
    assertThat(missing).isBetween(owed / 50, owed / 15);
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
    assertThat(late).hasSizeBetween(100, 400);
    Map<String, String> latest =
        late.stream().filter(s -> key(s).equals("TUMOUR_BOARD/BRE/2022Q1")).findFirst().get();
    assertThat(latest.get("completed_at").substring(0, 10))
        .isEqualTo(LocalDate.parse(due.get(key(latest))).plusDays(47).toString());
  }

  @Test
  void aTrueZeroIsReported() {
    List<Map<String, String>> meetings =
        drawn.rows("tb_meeting").stream()
            .filter(m -> m.get("submission_id").equals("HOL-2022Q4-TB1"))
            .toList();
    assertThat(meetings).hasSize(3);
    assertThat(meetings).allSatisfy(m -> assertThat(m.get("held")).isEqualTo("false"));
    assertThat(count("report_submission", s -> s.get("n_rows").equals("0"))).isPositive();
    assertThat(count("medicine_stock", m -> m.get("days_out").equals("0"))).isGreaterThan(400);
  }

  @Test
  void aSiteWithoutPathologyOwesNoPathologyReport() {
    Map<String, String> dorrin =
        drawn.rows("site").stream().filter(s -> s.get("site_id").equals("DOR")).findFirst().get();
    assertThat(dorrin.get("services").split(";")).doesNotContain("PATH");
    assertThat(count("path_specimen", s -> s.get("site_id").equals("DOR"))).isZero();
    assertThat(
            count("report_expectation", e -> e.get("waiver_reason").equals("service not offered")))
        .isEqualTo(2 * 32);
  }

  @Test
  void aSiteThatAFloodShutsOwesNothingForThatQuarter() {
    Predicate<Map<String, String>> shut =
        e -> e.get("site_id").equals("GAL") && e.get("waiver_reason").equals("site closed");
    assertThat(count("report_expectation", shut)).isEqualTo(3);
    assertThat(count("care_pathway", p -> diagnosed(p, "GAL", "2019Q2"))).isZero();
    assertThat(count("care_pathway", p -> diagnosed(p, "GAL", "2019Q3"))).isPositive();
  }

  @Test
  void aSiteClosesForGood() {
    Map<String, String> xanor =
        drawn.rows("site").stream().filter(s -> s.get("site_id").equals("XAN")).findFirst().get();
    assertThat(xanor.get("closed_date")).isEqualTo("2022-06-30");
    assertThat(
            count(
                "care_pathway",
                p ->
                    p.get("site_id").equals("XAN")
                        && p.get("diagnosis_date").compareTo("2022-07") >= 0))
        .isZero();
    assertThat(
            count(
                "report_expectation",
                e -> e.get("site_id").equals("XAN") && e.get("expected").equals("true")))
        .isLessThan(100);
  }

  @Test
  void aReportIsTakenBack() {
    List<Map<String, String>> versions =
        drawn.rows("report_submission").stream()
            .filter(s -> key(s).equals("CARE/TAR/2020Q2"))
            .toList();
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).get("withdrawn_at")).isEmpty();
    assertThat(versions.get(1).get("withdrawn_at"))
        .isGreaterThan(versions.get(0).get("completed_at"));
    assertThat(versions.get(1).get("completed_at")).isEmpty();
    assertThat(count("care_pathway", p -> p.get("submission_id").equals("TAR-2020Q2-CA1")))
        .isPositive();
    assertThat(drawn.counting("care_pathway")).noneMatch(p -> diagnosed(p, "TAR", "2020Q2"));
  }

  @Test
  void aResubmissionCorrectsItsFigures() {
    List<Map<String, String>> right = drawn.file(SpecimenReport.CORRECTION);
    List<Map<String, String>> wrong =
        drawn.file("path_specimen-2.csv").stream()
            .filter(s -> s.get("submission_id").equals("CAL-2022Q3-PA1"))
            .toList();
    assertThat(right)
        .allSatisfy(s -> assertThat(s.get("submission_id")).isEqualTo("CAL-2022Q3-PA2"));
    assertThat(wrong.size()).isLessThan(right.size());
    assertThat(medianDays(right)).isLessThan(20);
    assertThat(medianDays(wrong)).isGreaterThan(35);
  }

  @Test
  void someStagesAreUnknown() {
    List<Map<String, String>> pathways = drawn.rows("care_pathway");
    long unknown = count("care_pathway", p -> p.get("stage_group").equals("9"));
    assertThat(unknown / (double) pathways.size()).isBetween(0.11, 0.19);
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
    assertThat(count("path_specimen", open.and(young.negate()))).isBetween(5L, 60L);
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
  void nothingIsKnownBeyondTheCutOff() {
    for (String table : drawn.tables()) {
      for (Map<String, String> row : drawn.rows(table)) {
        EVENTS.forEach(event -> assertThat(row.getOrDefault(event, "")).isLessThan("2024-01-01"));
      }
    }
  }

  @Test
  void stocksBalanceAndFollowOnFromEachOtherButForOne() {
    long off = 0;
    for (Map<String, String> month : drawn.rows("medicine_stock")) {
      long in = number(month, "opening") + number(month, "received");
      long out = number(month, "issued") + number(month, "wasted");
      assertThat(number(month, "closing")).isBetween(in - out, in - out + 7).isNotNegative();
      off += number(month, "closing") == in - out ? 0 : 1;
      assertThat(number(month, "days_out")).isLessThanOrEqualTo(number(month, "days_observed"));
    }
    assertThat(off).isEqualTo(1);
  }

  @Test
  void oneTotalOfScreeningIsNotTheSumOfItsParts() {
    Map<String, Long> parts =
        drawn.rows("screening_report").stream()
            .filter(r -> !r.get("age_band").equals("ALL"))
            .collect(
                Collectors.groupingBy(
                    RealityTest::report, Collectors.summingLong(r -> number(r, "screened"))));
    List<String> wrong =
        drawn.rows("screening_report").stream()
            .filter(r -> r.get("age_band").equals("ALL"))
            .filter(r -> number(r, "screened") != parts.get(report(r)))
            .map(RealityTest::report)
            .toList();
    assertThat(wrong).containsExactly("QUI/2021/CERV_HPV");
  }

  @Test
  void languageLimitsSomeSessionsAndSomeAreNotRated() {
    List<Map<String, String>> held =
        drawn.rows("mentorship_session").stream()
            .filter(s -> s.get("status").equals("HELD"))
            .toList();
    assertThat(held).anyMatch(s -> s.get("language_limited").isEmpty());
    assertThat(held)
        .filteredOn(s -> s.get("language_limited").equals("true"))
        .hasSizeGreaterThan(20)
        .allSatisfy(s -> assertThat(s.get("language")).isEqualTo("en"));
    assertThat(count("mentorship_session", s -> s.get("status").equals("FAILED_CONNECTION")))
        .isPositive();
  }

  @Test
  void trainersTrainOthersOverGenerations() {
    Map<String, Map<String, String>> people =
        drawn.rows("trainee_episode").stream()
            .collect(Collectors.toMap(e -> e.get("person_ref"), e -> e));
    assertThat(count("trainee_episode", e -> e.get("generation").equals("3"))).isPositive();
    // Of some trainers the report never came.
    List<String> trainers =
        people.values().stream()
            .map(e -> e.get("trained_by_person_ref"))
            .filter(t -> !t.isEmpty())
            .distinct()
            .toList();
    long known = trainers.stream().filter(people::containsKey).count();
    assertThat(known).isBetween(trainers.size() * 8L / 10, trainers.size() - 1L);
    for (Map<String, String> episode : people.values()) {
      boolean first = episode.get("generation").equals("1");
      assertThat(episode.get("trained_by_person_ref").isEmpty()).isEqualTo(first);
      if (people.containsKey(episode.get("trained_by_person_ref"))) {
        Map<String, String> trainer = people.get(episode.get("trained_by_person_ref"));
        assertThat(number(episode, "generation")).isEqualTo(number(trainer, "generation") + 1);
        assertThat(episode.get("start")).isGreaterThan(trainer.get("end"));
      }
    }
  }

  @Test
  void aMonthWithoutALogIsNotAMonthWithoutAnOutage() {
    assertThat(count("outage_month", m -> m.get("log_kept").equals("false"))).isPositive();
    assertThat(count("outage_month", m -> m.get("hours_out").equals("0"))).isPositive();
    assertThat(drawn.rows("outage_month"))
        .allSatisfy(
            m ->
                assertThat(m.get("hours_out").isEmpty())
                    .isEqualTo(m.get("log_kept").equals("false")));
  }

  @Test
  void oneMachineIsStillDownAndSomeStatesAreUnknown() {
    assertThat(count("equipment_downtime", d -> d.get("end").isEmpty())).isEqualTo(1);
    assertThat(count("equipment", e -> e.get("status").equals("UNKNOWN"))).isPositive();
  }

  @Test
  void someAnswersAreRefused() {
    assertThat(count("cost_survey", c -> c.get("household_income").equals("NA-REF"))).isPositive();
    assertThat(count("sustainability_assessment", a -> a.get("score").isEmpty())).isPositive();
  }

  @Test
  void radiotherapyIsGivenOnlyWhereThereIsAny() {
    Map<String, String> services =
        drawn.rows("site").stream()
            .collect(Collectors.toMap(s -> s.get("site_id"), s -> s.get("services")));
    assertThat(drawn.rows("care_pathway"))
        .filteredOn(p -> !p.get("radiotherapy_start").isEmpty())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(services.get(p.get("site_id"))).contains("EBRT"));
  }

  @Test
  void whatIsAbandonedIsNotCompleted() {
    assertThat(drawn.rows("care_pathway"))
        .filteredOn(p -> p.get("abandoned").equals("true"))
        .hasSizeGreaterThan(100)
        .allSatisfy(p -> assertThat(p.get("abandon_date")).isGreaterThan(p.get("diagnosis_date")));
    assertThat(count("care_pathway", p -> p.get("chemotherapy_completed").equals("false")))
        .isPositive();
  }

  private static boolean diagnosed(Map<String, String> row, String site, String quarter) {
    return row.get("site_id").equals(site)
        && Quarter.of(LocalDate.parse(row.get("diagnosis_date"))).label().equals(quarter);
  }

  private static String report(Map<String, String> row) {
    return row.get("site_id") + "/" + row.get("period") + "/" + row.get("programme");
  }

  private long count(String table, Predicate<Map<String, String>> predicate) {
    return drawn.rows(table).stream().filter(predicate).count();
  }

  private String key(Map<String, String> row) {
    return row.get("dataset") + "/" + row.get("site_id") + "/" + row.get("period");
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
