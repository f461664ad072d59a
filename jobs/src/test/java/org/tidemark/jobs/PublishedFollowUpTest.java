package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.stats.AalenJohansen;
import org.tidemark.stats.CrudeCurve;
import org.tidemark.stats.CrudePoint;
import org.tidemark.stats.EventTable;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.SurvivalPoint;

/**
 * The Finnish cases of the reference folder, sent by the shared schema's names. Their life table is
 * that of one group of deprivation, beside two rows of another group.
 */
@DisplayName("Survival by intervals and windows, by cause, and prevalence")
class PublishedFollowUpTest {
  private static final double EXACT = 1e-9;
  private static final double DAYS_IN_YEAR = 365.241;

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
%s          - {by: [], method: kaplan-meier, breaks: annual, form: life-table, years: [1, 5]}
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
            "registry_id,patient_id,tumour_id,sex,birth_date,incidence_date,topography,morphology,"
                + "behaviour,basis,vital_status,last_contact_date,cause_of_death,area,deprivation\n");
    for (Map<String, String> row : cases) {
      sent.append(
          "fi,P%s,T%s,2,%s,%s,C209,8140,3,7,%s,%s,%s,Finland,2\n"
              .formatted(
                  row.get("id"),
                  row.get("id"),
                  row.get("birth_date"),
                  row.get("diag_date"),
                  status(row),
                  row.get("exit_date"),
                  cause(row.get("status"))));
    }
    Files.writeString(folder.resolve("cases.csv"), sent.toString());
    StringBuilder life = new StringBuilder("area,deprivation,sex,year,age,hazard_per_day\n");
    for (Map<String, String> row : reference("popmort_fi.csv")) {
      double perDay = Double.parseDouble(row.get("hazard_per_year")) / 365.241;
      int sex = Integer.parseInt(row.get("sex")) + 1;
      life.append(
          "Finland,2,%d,%s,%s,%s\n".formatted(sex, row.get("year"), row.get("age"), perDay));
    }
    // Of another group, at an age and year that the other has too: nobody is of it.
    life.append("Finland,1,1,2000,50,0.1\nFinland,1,2,2000,50,0.1\n");
    Files.writeString(folder.resolve("life.csv"), life.toString());
    Path programme =
        Files.writeString(folder.resolve("programme.yaml"), PROGRAMME.formatted(byIntervals()));
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

  /** An analysis by intervals for every method, form, approach, break and stratum there is. */
  private static String byIntervals() {
    StringBuilder analyses = new StringBuilder();
    for (String method : List.of("ederer-2", "pohar-perme")) {
      for (String breaks : List.of("monthly", "annual")) {
        for (String stratum :
            List.of("by: []", "by: [age_group]", "by: [], age_standard: icss-1")) {
          String analysis =
              "          - {%s, method: %s, breaks: %s, years: [1, 2, 3, 4, 5], intervals: [log, log-log, plain], "
                  .formatted(stratum, method, breaks);
          String cohort = "approach: cohort, diagnosed: {from: 1993, to: 2012}";
          analyses.append(analysis).append(cohort).append("}\n");
          analyses.append(analysis).append(cohort).append(", form: life-table}\n");
          analyses.append(analysis).append("approach: period, window: {from: 2008, to: 2012}}\n");
        }
      }
    }
    return analyses.toString();
  }

  /** The published row of a row of the reference. */
  private static Map<String, String> published(
      Map<List<String>, Map<String, String>> byKey, Map<String, String> row) {
    boolean actuarial = row.get("surv_method").equals("lifetable");
    String method =
        (row.get("method").equals("e2") ? "ederer-2" : "pohar-perme")
            + (actuarial ? "-actuarial-" : "-")
            + row.get("breaks");
    boolean standardised = row.get("analysis").equals("age_standardised");
    Map<String, String> own =
        byKey.get(
            List.of(
                method,
                row.get("approach"),
                standardised ? "icss-1" : "",
                row.get("level").equals("all") ? "" : row.get("level"),
                row.get("conf_type"),
                row.get("year")));
    assertThat(own).as("%s", row).isNotNull();
    return own;
  }

  private static Map<List<String>, Map<String, String>> byKey() {
    Map<List<String>, Map<String, String>> rows = new HashMap<>();
    List<String> key =
        List.of("method", "approach", "age_standard", "age_group", "interval", "years");
    published.rows("survival").forEach(r -> rows.put(key.stream().map(r::get).toList(), r));
    return rows;
  }

  @Test
  void relativeSurvivalByIntervalsIsEveryRowOfTheReference() {
    Map<List<String>, Map<String, String>> rows = byKey();
    int compared = 0;
    for (Map<String, String> row : reference("expected_survtab.csv")) {
      if (row.get("method").equals("e2") && !row.get("est").isEmpty()) {
        Map<String, String> own = published(rows, row);
        for (String column : List.of("value=est", "se=se", "lower=lower", "upper=upper")) {
          String[] names = column.split("=");
          assertThat(number(own, names[0]))
              .as("%s of %s", names[1], row)
              .isCloseTo(number(row, names[1]), within(EXACT));
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(630);
  }

  /**
   * The reference's net survival has a wrong sign, and its own weights are held to it where the
   * functions are tested; what is published are these functions' figures.
   */
  @Test
  void netSurvivalByIntervalsIsThatOfTheFunctions() {
    Map<List<String>, Map<String, String>> rows = byKey();
    IntervalCases functions = IntervalCases.read();
    int compared = 0;
    for (Map<String, String> row : reference("expected_survtab.csv")) {
      boolean net = row.get("method").equals("pp") && !row.get("est").isEmpty();
      if (net && !row.get("analysis").equals("age_standardised")) {
        Map<String, String> own = published(rows, row);
        SurvivalPoint point = functions.net(row);
        assertThat(number(own, "value")).isCloseTo(point.survival(), within(EXACT));
        assertThat(number(own, "se")).isCloseTo(point.error(), within(EXACT));
        assertThat(number(own, "lower")).isCloseTo(point.limits().lower(), within(EXACT));
        assertThat(number(own, "upper")).isCloseTo(point.limits().upper(), within(EXACT));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(540);
  }

  @Test
  void thePeriodApproachSeesTheDaysOfItsWindow() {
    assertThat(published.rows("survival", "approach", "period"))
        .isNotEmpty()
        .allMatch(row -> row.get("period").equals("2008-2012"));
  }

  /** By whole days: the reference's scale of time takes some anniversaries to be a day later. */
  @Test
  void cumulativeIncidenceByCause() {
    for (String cause : List.of("1", "2")) {
      CrudeCurve curve = AalenJohansen.estimate(byDay(cause)).get();
      String measure = cause.equals("1") ? "crude_cancer" : "crude_other";
      for (int years : new int[] {1, 3, 5}) {
        Map<String, String> own =
            Published.one(
                published.rows("survival", "method", "aalen-johansen", "measure", measure),
                "years",
                Integer.toString(years));
        CrudePoint point = curve.at(Math.floor(years * DAYS_IN_YEAR), LimitScale.PLAIN).get();
        assertThat(number(own, "value")).isCloseTo(point.value(), within(1e-10));
        assertThat(number(own, "se")).isCloseTo(point.error(), within(1e-10));
        assertThat(number(own, "lower")).isCloseTo(point.limits().get().lower(), within(1e-10));
      }
    }
  }

  private static EventTable byDay(String cause) {
    TreeMap<Long, long[]> days = new TreeMap<>();
    long left = 0;
    for (Map<String, String> row : cases) {
      LocalDate diagnosis = LocalDate.parse(row.get("diag_date"));
      long time = ChronoUnit.DAYS.between(diagnosis, LocalDate.parse(row.get("exit_date")));
      if (time > 0) {
        long[] at = days.computeIfAbsent(time, day -> new long[3]);
        String end = row.get("status");
        at[end.equals(cause) ? 0 : end.equals("0") ? 2 : 1]++;
        left++;
      }
    }
    double[] times = days.keySet().stream().mapToDouble(Long::doubleValue).toArray();
    long[][] columns = new long[3][times.length];
    int i = 0;
    for (long[] at : days.values()) {
      columns[0][i] = left;
      columns[1][i] = at[0];
      columns[2][i++] = at[1];
      left -= at[0] + at[1] + at[2];
    }
    return new EventTable(times, columns[0], columns[1], columns[2]);
  }

  @Test
  void deathsOfOtherCausesDoNotLowerTheCauseSpecificSurvival() {
    double all = value("observed", "kaplan-meier", 5);
    assertThat(value("cause_specific", "kaplan-meier", 5)).isBetween(all, 1.0);
    assertThat(value("observed", "actuarial-annual", 5)).isCloseTo(all, within(0.02));
  }

  @Test
  void aLifeTableOfAnotherGroupOfDeprivationIsNoDuplicate() {
    List<Map<String, String>> life = published.rows("accounting", "source", "life");
    assertThat(life)
        .isNotEmpty()
        .allMatch(row -> row.get("records_in").equals(row.get("accepted")));
    assertThat(published.rows("finding")).noneMatch(row -> row.get("rule").contains("deprivation"));
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
