package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Finnish cases of the reference folder, sent by the shared schema's names. Ages go in days, so
 * that figures by intervals agree with the reference as closely as that allows.
 */
@DisplayName("Survival by intervals and windows, by cause, and prevalence")
class PublishedFollowUpTest {
  private static final double BY_AGE_IN_DAYS = 2e-4;
  private static final double DAYS = 365.242199;

  private static final String PROGRAMME =
      """
      programme: follow-up
      title: {en: Follow-up}
      as_of: 2012-12-31
      sources:
        - {id: sire, table: tumour, path: cases.csv, mapping: shared}
        - {id: life, table: life_table, path: life.csv, mapping: shared, beyond: nearest}
      analyses:
        survival:
          - {by: [], method: ederer-2, breaks: monthly, years: [1, 2, 3, 4, 5], approach: cohort, diagnosed: {from: 1993, to: 2012}}
          - {by: [], method: ederer-2, breaks: annual, form: life-table, years: [1, 2, 3, 4, 5], approach: cohort, diagnosed: {from: 1993, to: 2012}}
          - {by: [], method: pohar-perme, breaks: monthly, years: [1, 2, 3, 4, 5], approach: cohort, diagnosed: {from: 1993, to: 2012}}
          - {by: [], method: ederer-2, breaks: monthly, years: [1, 2, 3, 4, 5], approach: cohort, diagnosed: {from: 1993, to: 2012}, age_standard: icss-1}
          - {by: [], method: ederer-2, breaks: monthly, years: [1, 2, 3, 4, 5], approach: period, window: {from: 2008, to: 2012}}
          - {by: [], method: kaplan-meier, breaks: annual, form: life-table, years: [1, 5]}
          - {by: [], method: aalen-johansen, years: [1, 3, 5], intervals: [plain]}
          - {by: [], method: cause-specific, years: [1, 3, 5]}
          - {by: [], method: kaplan-meier, years: [1, 3, 5]}
          - {by: [], method: pohar-perme, years: [1, 5]}
          - {by: [], method: pohar-perme, years: [2, 5], given: [1]}
          - {by: [], method: pohar-perme, years: [1, 5], age_standard: icss-1, weights: individual}
          - {by: [], method: pohar-perme, years: [1, 5], approach: hybrid, window: {from: 1990, to: 2012}, diagnosed: {from: 1990}}
          - {by: [], method: expected, years: [1, 5]}
          - {by: [], method: ederer-1, years: [1, 5]}
        prevalence:
          - {by: [], index_date: 2005-12-31, years: [1, 5, 10, 20, complete]}
          - {by: [area, sex], index_date: 2005-12-31, years: [5]}
      disclosure: none
      """;

  @TempDir private static Path folder;
  private static Published published;
  private static List<Map<String, String>> cases;

  @BeforeAll
  static void run() throws IOException {
    assumeTrue(Csv.shared().isPresent(), "skipped: the folder of reference figures is absent");
    cases = reference("cases.csv");
    StringBuilder sent =
        new StringBuilder(
            "registry_id,patient_id,tumour_id,sex,age,age_days,incidence_date,topography,morphology,"
                + "behaviour,basis,vital_status,last_contact_date,cause_of_death,area\n");
    for (Map<String, String> row : cases) {
      double age = Double.parseDouble(row.get("diag_age_years"));
      sent.append(
          "fi,P%s,T%s,2,%d,%d,%s,C209,8140,3,7,%s,%s,%s,Finland\n"
              .formatted(
                  row.get("id"),
                  row.get("id"),
                  (int) age,
                  (int) (age * DAYS),
                  row.get("diag_date"),
                  status(row),
                  row.get("exit_date"),
                  cause(row.get("status"))));
    }
    Files.writeString(folder.resolve("cases.csv"), sent.toString());
    StringBuilder life = new StringBuilder("area,sex,year,age,hazard_per_day\n");
    for (Map<String, String> row : reference("popmort_fi.csv")) {
      double perDay = Double.parseDouble(row.get("hazard_per_year")) / 365.241;
      int sex = Integer.parseInt(row.get("sex")) + 1;
      life.append("Finland,%d,%s,%s,%s\n".formatted(sex, row.get("year"), row.get("age"), perDay));
    }
    Files.writeString(folder.resolve("life.csv"), life.toString());
    Path programme = Files.writeString(folder.resolve("programme.yaml"), PROGRAMME);
    published = Published.run(programme, folder.resolve("out"));
  }

  private static String status(Map<String, String> row) {
    return row.get("status").equals("0") ? "1" : "2";
  }

  private static String cause(String status) {
    return switch (status) {
      case "1" -> "C20";
      case "2" -> "I219";
      default -> "";
    };
  }

  private static List<Map<String, String>> reference(String file) {
    return Csv.rows(Csv.shared().orElseThrow().resolve("survival-popepi").resolve(file));
  }

  private static void agree(
      String analysis, String approach, String breaks, String method, String form, String ours) {
    List<Map<String, String>> rows =
        published.rows(
            "survival",
            "method",
            ours,
            "approach",
            approach,
            "age_standard",
            analysis.equals("overall") ? "" : "icss-1");
    int compared = 0;
    for (Map<String, String> row : reference("expected_survtab.csv")) {
      boolean asked =
          row.get("analysis").equals(analysis)
              && row.get("approach").equals(approach)
              && row.get("breaks").equals(breaks)
              && row.get("method").equals(method)
              && row.get("surv_method").equals(form)
              && row.get("conf_type").equals("log");
      if (asked) {
        double tolerance = method.equals("e2") ? BY_AGE_IN_DAYS : 1e-3;
        Map<String, String> own = Published.one(rows, "years", row.get("year"));
        assertThat(number(own, "value")).isCloseTo(number(row, "est"), within(tolerance));
        assertThat(number(own, "se")).isCloseTo(number(row, "se"), within(tolerance));
        assertThat(number(own, "lower")).isCloseTo(number(row, "lower"), within(tolerance));
        assertThat(number(own, "upper")).isCloseTo(number(row, "upper"), within(tolerance));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  @Test
  void relativeSurvivalByIntervals() {
    agree("overall", "cohort", "monthly", "e2", "hazard", "ederer-2-monthly");
    agree("overall", "cohort", "annual", "e2", "lifetable", "ederer-2-actuarial-annual");
    agree("age_standardised", "cohort", "monthly", "e2", "hazard", "ederer-2-monthly");
  }

  @Test
  void netSurvivalByIntervals() {
    agree("overall", "cohort", "monthly", "pp", "hazard", "pohar-perme-monthly");
  }

  @Test
  void thePeriodApproachSeesTheDaysOfItsWindow() {
    agree("overall", "period", "monthly", "e2", "hazard", "ederer-2-monthly");
    assertThat(published.rows("survival", "approach", "period"))
        .allMatch(row -> row.get("period").equals("2008-2012"));
  }

  @Test
  void cumulativeIncidenceByCause() {
    for (Map<String, String> row : reference("expected_cumulative_incidence.csv")) {
      if (row.get("year").equals("10")) {
        continue;
      }
      String measure = row.get("cause").equals("1") ? "crude_cancer" : "crude_other";
      Map<String, String> own =
          Published.one(
              published.rows("survival", "method", "aalen-johansen", "measure", measure),
              "years",
              row.get("year"));
      // The reference takes some anniversaries to be a day later.
      assertThat(number(own, "value")).isCloseTo(number(row, "est"), within(5e-4));
      assertThat(number(own, "se")).isCloseTo(number(row, "se"), within(1e-4));
    }
  }

  @Test
  void deathsOfOtherCausesDoNotLowerTheCauseSpecificSurvival() {
    double all = value("observed", "kaplan-meier", 5);
    assertThat(value("cause_specific", "kaplan-meier", 5)).isBetween(all, 1.0);
    assertThat(value("observed", "actuarial-annual", 5)).isCloseTo(all, within(0.02));
  }

  @Test
  void nobodyWasLost() {
    assertThat(published.rows("survival", "method", "pohar-perme"))
        .isNotEmpty()
        .allMatch(row -> row.get("lost").equals("0") && row.get("if_lost_died").isEmpty());
  }

  @Test
  void whoSurvivedAYear() {
    double rest = value("net", "pohar-perme-given-1", 5);
    double first = value("net", "pohar-perme", 1);
    assertThat(first * rest).isCloseTo(value("net", "pohar-perme", 5), within(1e-9));
  }

  @Test
  void aHybridWindowThatHoldsEverythingIsTheCompleteApproach() {
    for (String years : List.of("1", "5")) {
      List<Map<String, String>> rows =
          published.rows("survival", "method", "pohar-perme", "years", years);
      assertThat(Published.one(rows, "approach", "hybrid").get("value"))
          .isEqualTo(Published.one(rows, "approach", "complete").get("value"));
    }
  }

  @Test
  void individualWeightsGiveTheStandardPatientsSurvival() {
    assertThat(value("net", "pohar-perme-individual-weights", 5))
        .isCloseTo(value("net", "pohar-perme", 5), within(0.1))
        .isNotEqualTo(value("net", "pohar-perme", 5));
  }

  @Test
  void observedOverExpectedIsRelative() {
    double ratio = value("observed", "kaplan-meier", 5) / value("expected", "expected", 5);
    assertThat(value("relative", "ederer-1", 5)).isCloseTo(ratio, within(1e-6));
  }

  @Test
  void prevalence() {
    List<Map<String, String>> rows = published.rows("prevalence", "area", "");
    for (int years : new int[] {1, 5, 10}) {
      long alive =
          cases.stream()
              .filter(row -> row.get("diag_date").compareTo("2005-12-31") <= 0)
              .filter(row -> row.get("diag_date").compareTo((2005 - years) + "-12-31") > 0)
              .filter(PublishedFollowUpTest::livedThrough2005)
              .count();
      assertThat(alive).isPositive();
      assertThat(Published.one(rows, "years", Integer.toString(years)).get("value"))
          .isEqualTo(Long.toString(alive));
    }
    Map<String, String> twenty = Published.one(rows, "years", "20");
    assertThat(twenty.get("status")).isEqualTo("INSUFFICIENT");
    assertThat(twenty.get("value")).isEmpty();
    assertThat(twenty.get("note")).contains("registered since 1993");
    assertThat(Published.one(rows, "years", "").get("note")).contains("diagnosed since 1993");
    assertThat(published.rows("prevalence", "area", "Finland", "sex", "2", "years", "5"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.get("value"))
                    .isEqualTo(Published.one(rows, "years", "5").get("value")));
  }

  private static boolean livedThrough2005(Map<String, String> row) {
    return row.get("status").equals("0") || row.get("exit_date").compareTo("2005-12-31") > 0;
  }

  private static double value(String measure, String method, int years) {
    List<Map<String, String>> rows =
        published.rows("survival", "measure", measure, "method", method);
    List<Map<String, String>> own =
        rows.stream().filter(row -> !row.get("approach").equals("hybrid")).toList();
    return number(Published.one(own, "years", Integer.toString(years)), "value");
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
