package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference panel sent as ready indicators: 40 sites over 24 quarters, three cohorts. Published
 * values are percentage points, those of the reference shares.
 */
@DisplayName("The published effect of the programme against its reference")
class PublishedEvaluationTest {
  private static final String PROGRAMME =
      """
      programme: panel
      title: {en: The reference panel}
      as_of: 2024-12-31
      sources:
        - {id: panel, table: indicator_value, path: panel.csv, format: csv, mapping: shared}
        - {id: engagements, table: engagement, path: engagement.csv, format: csv, mapping: shared}
        - {id: tumours, table: tumour, path: tumours.csv, format: csv, mapping: shared}
        - {id: life, table: life_table, path: life.csv, format: csv, mapping: shared, beyond: nearest}
      analyses:
        evaluation:
          - {indicator: OUT-01, method: did, draws: 199, seed: 3}
          - {indicator: OUT-01, method: did, correction: all-effects, draws: 199, seed: 3, question: "With the correction of the reference?"}
          - {indicator: OUT-01, method: did, weights: denominator, correction: all-effects, draws: 199, seed: 3, question: "With weights?"}
          - {indicator: OUT-01, method: callaway-santanna, thin: keep, draws: 499, seed: 3, family: stage}
          - {indicator: OUT-01, method: callaway-santanna, controls: never-treated, thin: keep, draws: 499}
          - {indicator: OUT-01, method: callaway-santanna, base: universal, thin: keep, draws: 499}
          - {indicator: OUT-01, method: callaway-santanna, controls: never-treated, base: universal, thin: keep, draws: 499}
          - {indicator: OUT-01, method: sun-abraham, controls: never-treated, family: stage}
          - {indicator: OUT-01, method: randomisation, draws: 499, seed: 3}
          - {indicator: OUT-11, method: pre-post, years: 1, cancer: C50}
      evaluation_design: {treated_from: INTENSIVE, period: quarter}
      disclosure: none
      """;

  private static final String QUESTION = "What did the programme change, from phase INTENSIVE on?";

  @TempDir private static Path folder;

  private static Published published;

  @BeforeAll
  static void run() throws IOException {
    assumeTrue(
        Csv.shared().isPresent(),
        "skipped: the folder of reference figures is not beside the project");
    StringBuilder values =
        new StringBuilder("indicator,level,unit_id,period,numerator,denominator,status\n");
    Map<String, String> engagements = new TreeMap<>();
    for (Map<String, String> row : reference("panel.csv")) {
      String site = "S" + row.get("site_id");
      values.append(
          "OUT-01,site,%s,%s,%s,%s,OK\n"
              .formatted(
                  site, row.get("quarter"), row.get("cases_stage_1_2"), row.get("cases_staged")));
      int first = Integer.parseInt(row.get("cohort_first_treated_t"));
      engagements.put(site, engagement(site, first));
    }
    Files.writeString(folder.resolve("panel.csv"), values);
    Files.writeString(
        folder.resolve("engagement.csv"),
        "engagement_id,site_id,programme,phase,start_date,end_date,modality,is_comparison,"
            + "comparison_reason,theory_of_change_ref\n"
            + String.join("", engagements.values()));
    Files.writeString(folder.resolve("tumours.csv"), tumours());
    Files.writeString(
        folder.resolve("life.csv"),
        "sex,year,age,hazard_per_day\n1,2018,60,1e-9\n2,2018,60,1e-9\n");
    Path programme = folder.resolve("programme.yaml");
    Files.writeString(programme, PROGRAMME);
    published = Published.run(programme, folder.resolve("out"));
  }

  /**
   * Twelve women a quarter at one treated site, of whom half live a year after their diagnosis, and
   * nine once the programme is there; as many others die at once of another cancer.
   */
  private static String tumours() {
    StringBuilder text =
        new StringBuilder(
            "registry_id,patient_id,tumour_id,site_id,sex,age,incidence_date,topography,morphology,"
                + "behaviour,basis,vital_status,last_contact_date\n");
    Map<String, String> site =
        reference("panel.csv").stream()
            .filter(r -> r.get("cohort_first_treated_t").equals("9"))
            .findFirst()
            .orElseThrow();
    for (int t = 1; t <= 20; t++) {
      LocalDate day = LocalDate.of(2019 + (t - 1) / 4, 3 * ((t - 1) % 4) + 1, 5);
      for (int k = 0; k < 24; k++) {
        boolean dies = k >= 12 || k < (t >= 9 ? 3 : 6);
        text.append(
            "R,P%1$d-%2$d,T%1$d-%2$d,S%3$s,2,60,%4$s,%5$s,8500,3,7,%6$s,%7$s\n"
                .formatted(
                    t,
                    k,
                    site.get("site_id"),
                    day,
                    k < 12 ? "C509" : "C259",
                    dies ? "2" : "1",
                    day.plusDays(dies ? 100 : 400)));
      }
    }
    return text.toString();
  }

  private static String engagement(String site, int first) {
    if (first == 0) {
      return "E%s,%s,P,PLANNING,2019-01-01,,HYBRID,true,later wave,\n".formatted(site, site);
    }
    int month = 3 * ((first - 1) % 4) + 2;
    return "E%s,%s,P,INTENSIVE,%d-%02d-15,,HYBRID,false,,\n"
        .formatted(site, site, 2019 + (first - 1) / 4, month);
  }

  private static List<Map<String, String>> reference(String name) {
    return Csv.rows(Csv.shared().orElseThrow().resolve("program-evaluation").resolve(name));
  }

  private static String quarter(String t) {
    int number = Integer.parseInt(t) - 1;
    return "%dQ%d".formatted(2019 + number / 4, number % 4 + 1);
  }

  private static Map<String, String> one(String... columnsAndValues) {
    List<Map<String, String>> rows = published.rows("evaluation", columnsAndValues);
    assertThat(rows).as(String.join(" ", columnsAndValues)).hasSize(1);
    return rows.get(0);
  }

  private static void near(Map<String, String> row, String column, String share, double within) {
    assertThat(Double.parseDouble(row.get(column)) / 100)
        .as("%s of %s", column, row)
        .isCloseTo(Double.parseDouble(share), within(within));
  }

  private static String how(Map<String, String> row) {
    return ", percentage points; against %s sites, %s base"
        .formatted(
            row.get("control_group").equals("notyettreated") ? "not-yet-treated" : "never-treated",
            row.get("base_period"));
  }

  @Test
  void effectsByCohortAndPeriod() {
    for (Map<String, String> row : reference("expected_callaway_santanna_att_gt.csv")) {
      Map<String, String> told =
          one(
              "method",
              "callaway-santanna",
              "estimand",
              "effect on a cohort in a period" + how(row),
              "cohort",
              quarter(row.get("group")),
              "time",
              quarter(row.get("t")));
      near(told, "value", row.get("att"), 1e-10);
      if (row.get("se").isEmpty() || row.get("se").equals("NA")) {
        assertThat(told.get("se")).isEmpty();
      } else {
        near(told, "se", row.get("se"), 1e-8);
      }
    }
  }

  @Test
  void netSurvivalOfTheRegistrysTumoursIsAnOutcome() {
    Map<String, String> change =
        one(
            "indicator",
            "OUT-11",
            "estimand",
            "net_survival from the start on less net_survival before, %, all reports of treated"
                + " sites together");
    assertThat(change.get("question")).endsWith("(net survival 1 year after diagnosis, C50)");
    assertThat(Double.parseDouble(change.get("value"))).isCloseTo(25, within(1e-3));
  }

  @Test
  void aggregatedEffects() {
    for (Map<String, String> row : reference("expected_callaway_santanna_aggregated.csv")) {
      Map<String, String> told = aggregated(row);
      near(told, "value", row.get("att"), 1e-10);
      boolean mended = row.get("type").equals("group") && row.get("level").equals("overall");
      if (mended) {
        // The package's error there was a slip that it has mended since: ours is larger.
        assertThat(Double.parseDouble(told.get("se")) / 100).isBetween(0.0215, 0.0225);
      } else if (!row.get("se").isEmpty() && !row.get("se").equals("NA")) {
        near(told, "se", row.get("se"), 1e-8);
      }
    }
  }

  private static Map<String, String> aggregated(Map<String, String> row) {
    boolean overall = row.get("level").equals("overall");
    String words =
        switch (row.get("type")) {
          case "simple" -> "mean effect over sites and periods";
          case "group" -> overall ? "mean of the cohorts' effects" : "effect on a cohort";
          case "dynamic" ->
              overall
                  ? "mean effect over periods since the start"
                  : "effect by periods since the start";
          default -> overall ? "mean effect over calendar periods" : "effect in a period";
        };
    String cohort = "";
    String time = "";
    if (!overall) {
      switch (row.get("type")) {
        case "group" -> cohort = quarter(row.get("level"));
        case "dynamic" -> {
          int e = Integer.parseInt(row.get("level"));
          time = (e < 0 ? "e" : "e+") + e;
        }
        default -> time = quarter(row.get("level"));
      }
    }
    return one(
        "method",
        "callaway-santanna",
        "estimand",
        words + how(row),
        "cohort",
        cohort,
        "time",
        time);
  }

  @Test
  void differenceInDifferences() {
    for (Map<String, String> row : reference("expected_twfe.csv")) {
      if (row.get("vcov").equals("CL_HC1_cadjust")) {
        boolean even = row.get("weights").equals("unweighted");
        Map<String, String> told =
            one(
                "method",
                "twfe",
                "question",
                even ? "With the correction of the reference?" : "With weights?");
        near(told, "value", row.get("estimate"), 1e-9);
        near(told, "se", row.get("se"), 1e-9);
        near(told, "lower", row.get("lower_t_Gm1"), 1e-9);
        near(told, "upper", row.get("upper_t_Gm1"), 1e-9);
        assertThat(told.get("df")).isEqualTo("39");
      }
    }
  }

  @Test
  void eventStudy() {
    for (Map<String, String> row : reference("expected_event_study_twfe.csv")) {
      int k = Integer.parseInt(row.get("k"));
      Map<String, String> told =
          one("method", "twfe-event-study", "question", QUESTION, "time", (k < 0 ? "e" : "e+") + k);
      near(told, "value", row.get("estimate"), 1e-9);
    }
  }

  @Test
  void eachRowSaysWhatEnteredAndWhatItMeans() {
    Map<String, String> group = one("method", "callaway-santanna", "family", "stage");
    assertThat(group)
        .containsEntry("units", "40")
        .containsEntry("treated", "28")
        .containsEntry("periods", "24")
        .containsEntry("coverage", "1")
        .containsEntry(
            "reading", "Higher than without the programme, beyond chance, which is better.");
    assertThat(group.get("assumptions")).startsWith("parallel courses");
    Map<String, String> check = one("method", "sun-abraham", "family", "stage");
    double smaller = Math.min(number(group, "p"), number(check, "p"));
    assertThat(Math.min(number(group, "p_adjusted"), number(check, "p_adjusted")))
        .isCloseTo(2 * smaller, within(1e-12));
    Map<String, String> wild = one("method", "twfe-wild-bootstrap", "question", QUESTION);
    assertThat(wild.get("note")).contains("rademacher").contains("seed 3");
    assertThat(number(one("method", "randomisation"), "p")).isEqualTo(0.002);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
