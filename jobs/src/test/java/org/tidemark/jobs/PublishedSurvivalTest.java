package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.stats.SurvivalPoint;

/** Every value of the reference for survival on the daily grid, from the published table. */
@DisplayName("survival.csv equals relsurv and survfit")
@ExtendWith(ReferenceRun.class)
class PublishedSurvivalTest {
  private static final double NET = 1e-8;
  private static final double OBSERVED = 1e-10;

  @Test
  void theSexesAreComparedAtEachHorizon(Published published) {
    List<Map<String, String>> rows = published.rows("survival_comparison", "compared", "sex");
    assertThat(rows)
        .extracting(row -> row.get("years"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "10");
    assertThat(rows)
        .allMatch(row -> row.get("status").equals("OK") && row.get("groups").equals("1; 2"))
        .allMatch(row -> row.get("degrees").equals("1"))
        .allMatch(row -> Double.parseDouble(row.get("chi_squared")) > 0)
        .allMatch(row -> Double.parseDouble(row.get("p")) < 1);
  }

  @Test
  void netSurvival(Published published) {
    List<Map<String, String>> rows =
        published.rows("survival", "measure", "net", "age_standard", "", "interval", "log");
    List<Map<String, String>> expected =
        reference("expected_net_survival.csv").stream()
            .filter(r -> r.get("evaluation").equals("daily_grid"))
            .toList();
    assertThat(expected).hasSize(84);
    for (Map<String, String> row : expected) {
      Map<String, String> ours = stratum(rows, row);
      same(ours, "value", row, "surv", NET);
      same(ours, "se", row, "se", NET);
      same(ours, "lower", row, "lower", NET);
      same(ours, "upper", row, "upper", NET);
      assertThat(ours.get("cases")).isEqualTo(row.get("n"));
      assertThat(ours.get("at_risk")).isEqualTo(row.get("n_risk"));
    }
  }

  @Test
  void observedSurvival(Published published) {
    List<Map<String, String>> rows = published.rows("survival", "measure", "observed");
    List<Map<String, String>> expected = reference("expected_kaplan_meier.csv");
    assertThat(expected).hasSize(168);
    for (Map<String, String> row : expected) {
      List<Map<String, String>> own =
          rows.stream().filter(r -> r.get("interval").equals(row.get("conf_type"))).toList();
      Map<String, String> ours = stratum(own, row);
      same(ours, "value", row, "surv", OBSERVED);
      same(ours, "se", row, "se", OBSERVED);
      same(ours, "lower", row, "lower", OBSERVED);
      same(ours, "upper", row, "upper", OBSERVED);
    }
  }

  @Test
  void relativeSurvivalByEdererOne(Published published) {
    relative(published, "ederer-1", "ederer1");
  }

  @Test
  void relativeSurvivalByEdererTwo(Published published) {
    relative(published, "ederer-2", "ederer2");
  }

  /**
   * The reference follows until its last contact and steps from one end of a follow-up to the next,
   * as the functions' test has it; what is published goes by days to the programme's cut-off.
   */
  @Test
  void relativeSurvivalByHakulinenOnWholeDaysToTheCutOff(Published published) {
    List<Map<String, String>> rows =
        published.rows("survival", "method", "hakulinen", "age_standard", "");
    DailyCases functions = DailyCases.until("2023-12-31");
    int compared = 0;
    for (Map<String, String> row : reference("expected_net_survival.csv")) {
      if (row.get("method").equals("hakulinen")) {
        Map<String, String> ours = stratum(rows, row);
        SurvivalPoint point = functions.hakulinen(row);
        assertThat(number(ours, "value")).isCloseTo(point.survival(), within(NET));
        assertThat(number(ours, "se")).isCloseTo(point.error(), within(NET));
        assertThat(number(ours, "lower")).isCloseTo(point.limits().lower(), within(NET));
        assertThat(number(ours, "upper")).isCloseTo(point.limits().upper(), within(NET));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(84);
  }

  private static void relative(Published published, String method, String name) {
    List<Map<String, String>> rows =
        published.rows("survival", "method", method, "age_standard", "");
    List<Map<String, String>> expected =
        reference("expected_net_survival.csv").stream()
            .filter(r -> r.get("method").equals(name))
            .filter(r -> r.get("transform").equals("kaplan-meier"))
            .toList();
    assertThat(expected).hasSize(84);
    for (Map<String, String> row : expected) {
      Map<String, String> ours = stratum(rows, row);
      same(ours, "value", row, "surv", NET);
      same(ours, "se", row, "se", NET);
      same(ours, "lower", row, "lower", NET);
      same(ours, "upper", row, "upper", NET);
    }
  }

  @Test
  void crudeProbabilitiesOfDeath(Published published) {
    List<Map<String, String>> rows = published.rows("survival", "method", "cronin-feuer");
    List<Map<String, String>> expected = reference("expected_crude_probability_death.csv");
    assertThat(expected).hasSize(12);
    for (Map<String, String> row : expected) {
      String measure = row.get("cause").equals("causeSpec") ? "crude_cancer" : "crude_other";
      Map<String, String> ours = Published.one(rows, "measure", measure, "years", row.get("year"));
      same(ours, "value", row, "est", NET);
      same(ours, "se", row, "se", NET);
    }
  }

  @Test
  void yearsLostGrowWithTimeAndStayBelowIt(Published published) {
    double before = 0;
    for (String years : List.of("1", "2", "3", "4", "5", "10")) {
      double lost =
          Double.parseDouble(
              Published.one(published.rows("survival", "measure", "years_lost"), "years", years)
                  .get("value"));
      assertThat(lost).isGreaterThan(before).isLessThan(Double.parseDouble(years));
      before = lost;
    }
  }

  @Test
  void ageStandardisedRelativeSurvival(Published published) {
    standardised(published, "ederer-2", "ederer2", "last_time_le_t");
  }

  @Test
  void ageStandardisedNetSurvival(Published published) {
    standardised(published, "pohar-perme", "pohar-perme", "daily_grid");
  }

  private static void standardised(
      Published published, String method, String name, String evaluation) {
    List<Map<String, String>> rows =
        published.rows("survival", "age_standard", "icss-1", "method", method);
    List<Map<String, String>> expected =
        reference("expected_age_standardised_icss1.csv").stream()
            .filter(r -> r.get("method").equals(name))
            .filter(r -> r.get("evaluation").equals(evaluation))
            .toList();
    assertThat(expected).hasSize(6);
    for (Map<String, String> row : expected) {
      for (String interval : List.of("log", "plain")) {
        Map<String, String> ours =
            Published.one(rows, "years", row.get("year"), "interval", interval);
        same(ours, "value", row, "surv", NET);
        same(ours, "se", row, "se", NET);
        same(ours, "lower", row, "lower_" + interval, NET);
        same(ours, "upper", row, "upper_" + interval, NET);
      }
    }
  }

  private static List<Map<String, String>> reference(String file) {
    return Csv.rows(Csv.shared().orElseThrow().resolve("netsurv-colrec").resolve(file));
  }

  private static Map<String, String> stratum(
      List<Map<String, String>> rows, Map<String, String> expected) {
    String level = expected.get("level");
    String kind = expected.get("stratum");
    return Published.one(
        rows,
        "years",
        expected.get("year"),
        "sex",
        kind.equals("sex") ? level : "",
        "age_group",
        kind.equals("age_group") ? level : "",
        "stage",
        kind.equals("stage") ? (level.equals("99") ? "9" : level) : "",
        "cancer",
        kind.equals("site") ? (level.equals("colon") ? "C18" : "C20") : "");
  }

  private static void same(
      Map<String, String> ours,
      String column,
      Map<String, String> expected,
      String name,
      double tolerance) {
    assertThat(Double.parseDouble(ours.get(column)))
        .as(
            "%s %s, %s years: %s",
            expected.get("stratum"), expected.get("level"), expected.get("year"), name)
        .isCloseTo(Double.parseDouble(expected.get(name)), within(tolerance));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
