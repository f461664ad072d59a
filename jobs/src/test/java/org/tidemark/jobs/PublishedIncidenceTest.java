package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.stats.Rate;

/** Every value of the reference for the individual registry file, from the published table. */
@DisplayName("incidence.csv equals Rcan and epitools")
@ExtendWith(ReferenceRun.class)
class PublishedIncidenceTest {
  private static final double RELATIVE = 1e-9;

  @Test
  void everyRow(Published published) {
    List<Map<String, String>> rows = published.rows("incidence", "area", "North");
    List<Map<String, String>> expected =
        Csv.rows(Csv.shared().orElseThrow().resolve("incidence/expected_asr_individual.csv"));
    assertThat(expected).hasSize(54);
    expected.forEach(row -> compare(row, rows));
  }

  private static void compare(Map<String, String> expected, List<Map<String, String>> rows) {
    List<Map<String, String>> own =
        rows.stream()
            .filter(r -> r.get("sex").equals(expected.get("sex")))
            .filter(r -> r.get("cancer").equals(expected.get("label")))
            .toList();
    counts(expected, own);
    standardised(expected, own);
    crude(expected, own);
  }

  private static void counts(Map<String, String> expected, List<Map<String, String>> own) {
    Map<String, String> asr = asr(own, "unknown-age", "fay-feuer");
    assertThat(asr.get("cases")).isEqualTo(expected.get("cases"));
    assertThat(asr.get("cases_unknown_age")).isEqualTo(expected.get("cases_unknown_age"));
    assertThat(asr.get("person_years")).isEqualTo(expected.get("person_years"));
    assertThat(own.stream().filter(r -> r.get("measure").equals("age_specific_rate")))
        .hasSize(Integer.parseInt(expected.get("age_groups")));
    Map<String, String> cases = Published.one(own, "measure", "cases");
    assertThat(Long.parseLong(cases.get("value")))
        .isEqualTo(
            Long.parseLong(expected.get("cases"))
                + Long.parseLong(expected.get("cases_unknown_age")));
  }

  private static void standardised(Map<String, String> expected, List<Map<String, String>> own) {
    Map<String, String> gamma = asr(own, "unknown-age", "fay-feuer");
    same(gamma, "value", expected, "asr");
    same(gamma, "se", expected, "se_poisson");
    same(gamma, "lower", expected, "fay_feuer_lower");
    same(gamma, "upper", expected, "fay_feuer_upper");
    same(asr(own, "none", "fay-feuer"), "value", expected, "asr_uncorrected");
    Map<String, String> normal = asr(own, "unknown-age", "normal");
    same(normal, "lower", expected, "normal_lower");
    same(normal, "upper", expected, "normal_upper");
    same(asr(own, "unknown-age", "normal-binomial"), "se", expected, "se_binomial");
    Map<String, String> logNormal = asr(own, "unknown-age", "log-normal");
    if (!expected.get("cases").equals("0")) {
      same(logNormal, "lower", expected, "lognormal_lower");
      same(logNormal, "upper", expected, "lognormal_upper");
      double factor = number(gamma, "value") / number(asr(own, "none", "fay-feuer"), "value");
      assertThat(factor).isCloseTo(number(expected, "correction"), within(RELATIVE * 2));
    } else {
      assertThat(logNormal.get("lower")).isEmpty();
    }
  }

  private static void crude(Map<String, String> expected, List<Map<String, String>> own) {
    Map<String, String> crude =
        Published.one(own, "measure", "crude_rate", "correction", "none", "interval", "exact");
    same(crude, "value", expected, "crude_rate");
    // The reference stops its search for exact limits early; the functions' test has that search.
    long cases = Long.parseLong(expected.get("cases"));
    Rate exact = Rate.of(cases, number(expected, "person_years")).get();
    double tolerance = RELATIVE * exact.exact().upper();
    assertThat(number(crude, "lower")).isCloseTo(exact.exact().lower(), within(tolerance));
    assertThat(number(crude, "upper")).isCloseTo(exact.exact().upper(), within(tolerance));
  }

  private static Map<String, String> asr(
      List<Map<String, String>> own, String correction, String interval) {
    return Published.one(
        own,
        "measure",
        "asr",
        "standard",
        "segi-doll",
        "correction",
        correction,
        "interval",
        interval);
  }

  private static void same(
      Map<String, String> row, String column, Map<String, String> expected, String name) {
    close(row, column, expected, name, RELATIVE);
  }

  private static void close(
      Map<String, String> row,
      String column,
      Map<String, String> expected,
      String name,
      double relative) {
    if (expected.get(name).equals("NA")) {
      assertThat(expected.get("cases")).as("limits that the reference leaves out").isEqualTo("0");
      return;
    }
    double value = number(expected, name);
    assertThat(number(row, column))
        .as("%s, sex %s: %s", expected.get("label"), expected.get("sex"), name)
        .isCloseTo(value, within(Math.abs(value) * relative + 1e-12));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
