package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
 * Twelve sites over 24 quarters, of each 200 cases a quarter. Eight start in 2019Q1 and rise by 20
 * points at once, then the programme leaves in 2021Q1 and five points are lost; four never start.
 */
@DisplayName("Methods of evaluation beside the panel estimators")
class PublishedMethodsTest {
  private static final String PROGRAMME =
      """
      programme: methods
      title: {en: Methods}
      as_of: 2022-12-31
      sources:
        - {id: panel, table: indicator_value, path: panel.csv, format: csv, mapping: shared}
        - {id: engagements, table: engagement, path: engagement.csv, format: csv, mapping: shared}
      analyses:
        evaluation:
          - {indicator: OUT-01, method: its}
          - {indicator: OUT-01, method: controlled-its}
          - {indicator: OUT-01, method: funnel}
          - {indicator: OUT-01, method: benchmark}
          - {indicator: OUT-01, method: sustainability, draws: 499, seed: 2}
          - {indicator: OUT-01, method: equity, stratum: ses}
          - {indicator: MDT-01, method: did}
      evaluation_design: {treated_from: INTENSIVE, period: quarter}
      disclosure: %s
      """;

  @TempDir private static Path folder;

  private static Published published;

  @BeforeAll
  static void run() throws IOException {
    StringBuilder values =
        new StringBuilder("indicator,level,unit_id,period,numerator,denominator,status\n");
    StringBuilder engagements =
        new StringBuilder(
            "engagement_id,site_id,programme,phase,start_date,end_date,modality,is_comparison,"
                + "comparison_reason,theory_of_change_ref\n");
    for (int site = 0; site < 12; site++) {
      boolean treated = site < 8;
      engagements.append(
          treated
              ? "A%d,S%02d,P,INTENSIVE,2019-02-01,2020-12-31,ONSITE,false,,\nB%d,S%02d,P,EXIT,2021-01-10,,REMOTE,false,,\n"
                  .formatted(site, site, site, site)
              : "A%d,S%02d,P,PLANNING,2019-02-01,,ONSITE,true,later,\n".formatted(site, site));
      for (int t = 0; t < 24; t++) {
        int events = events(site, t, treated);
        values.append(
            "OUT-01,site,S%02d,%dQ%d,%d,200,\n".formatted(site, 2017 + t / 4, t % 4 + 1, events));
      }
    }
    Files.writeString(folder.resolve("panel.csv"), values);
    Files.writeString(folder.resolve("engagement.csv"), engagements);
    published = published("none");
  }

  private static Published published(String audience) throws IOException {
    Path programme = folder.resolve("programme.yaml");
    Files.writeString(programme, PROGRAMME.formatted(audience));
    return Published.run(programme, folder.resolve("out-" + audience));
  }

  /** 80 of 200 before, 120 with the programme, 110 after it; site 3 is a case of its own. */
  private static int events(int site, int t, boolean treated) {
    int noise = (site * 7 + t * 5 + site * t) % 9 - 4;
    int gain = !treated || t < 8 ? 0 : t < 16 ? 40 : 30;
    int own = site == 3 ? 50 : 0;
    return site == 11 ? 2 : 80 + gain + own + noise;
  }

  private static Map<String, String> one(String... columnsAndValues) {
    List<Map<String, String>> rows = published.rows("evaluation", columnsAndValues);
    assertThat(rows).as(String.join(" ", columnsAndValues)).hasSize(1);
    return rows.get(0);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void anInterruptedSeriesShowsTheChangeOfLevel() {
    Map<String, String> row =
        one("method", "its-ols", "estimand", "change of the level at the start, percentage points");
    assertThat(row.get("status")).isEqualTo("OK");
    assertThat(row).containsEntry("units", "8").containsEntry("periods", "24");
    assertThat(number(row, "value")).isBetween(15.0, 26.0);
    assertThat(published.rows("evaluation", "method", "its-reml")).hasSizeGreaterThanOrEqualTo(3);
    Map<String, String> controlled =
        one(
            "method",
            "controlled-its-reml",
            "estimand",
            "change of the level at the start, percentage points");
    assertThat(number(controlled, "lower")).isPositive();
    assertThat(controlled).containsEntry("units", "12").containsEntry("treated", "8");
  }

  @Test
  void theFunnelNamesTheSiteThatStandsOut() {
    String words = "the site in the last twelve months, limits of chance around all sites, 95 %";
    Map<String, String> out = one("method", "funnel", "cohort", "S03", "estimand", words);
    assertThat(out.get("reading")).startsWith("Higher than expected by chance alone");
    assertThat(number(out, "value")).isGreaterThan(number(out, "upper"));
    assertThat(published.rows("evaluation", "method", "funnel")).hasSize(24);
  }

  @Test
  void smallCountsOfASiteAreHiddenFromThePublic() throws IOException {
    List<Map<String, String>> site =
        published("public").rows("evaluation", "method", "funnel", "cohort", "S11");
    // Two a quarter are eight a year: shown. The quarters themselves are not in this table.
    assertThat(site).allSatisfy(r -> assertThat(r.get("status")).isEqualTo("OK"));
  }

  @Test
  void theTargetIsNotMet() {
    Map<String, String> row = one("method", "benchmark");
    assertThat(row.get("reading"))
        .isEqualTo("Whether the target is met cannot be told from chance.");
  }

  @Test
  void whatIsLeftAfterExit() {
    String words = " in the last year before it, percentage points";
    Map<String, String> row =
        one(
            "method",
            "sustainability",
            "estimand",
            "level in the first year after exit less that" + words);
    assertThat(number(row, "value")).isCloseTo(-5, within(1.5));
    Map<String, String> gain =
        one(
            "method",
            "sustainability",
            "estimand",
            "share of the gain that is left in the first year after exit");
    assertThat(number(gain, "value")).isCloseTo(0.75, within(0.1));
    assertThat(number(gain, "lower")).isLessThan(0.75);
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    assertThat(published.rows("evaluation", "method", "equity-group"))
        .isNotEmpty()
        .allSatisfy(
            r -> {
              assertThat(r.get("status")).isEqualTo("INSUFFICIENT");
              assertThat(r.get("note")).isEqualTo("fewer than two groups with figures");
            });
    Map<String, String> none = one("indicator", "MDT-01");
    assertThat(none)
        .containsEntry("status", "INSUFFICIENT")
        .containsEntry("note", "no engaged site has a figure");
  }
}
