package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three hundred tumours of a registry without follow-up, and two hundred of one that follows its
 * patients and is one of hospitals: of these, eleven were seen last on the day of diagnosis, and of
 * two the age is unknown.
 */
@DisplayName("Every tumour enters survival or is counted with its reason")
class PublishedExclusionsTest {
  private static final String HOSPITALS = "hospitals or laboratories are among the registries";
  private static final int AGE = 2;
  private static final int FOLLOW_UP = 4;

  private static final String MORE =
      """
      survival:
          - {by: [], years: [1]}
          - {by: [sex], years: [1], compare: sex}
        prevalence: [{by: [area, sex], years: [1]}]
        trend: [{by: [area, sex], methods: [eapc, drift]}]
        projection: [{by: [area, sex], periods: 2}]
        rate_ratio: [{by: [area], compare: sex, against: 2}]
        completeness: [{by: [], sources: [hospital, pathology]}]
      """;

  @TempDir private static Path folder;
  private static SmallProgramme programme;
  private static Published open;

  @BeforeAll
  static void publish() throws IOException {
    programme = SmallProgramme.in(folder);
    List<String> lines = new ArrayList<>(programme.text("colrec.csv").lines().toList());
    for (int i = 1; i <= 11; i++) {
      lines.set(i, with(lines.get(i), FOLLOW_UP, "0"));
    }
    lines.set(12, with(lines.get(12), AGE, ""));
    lines.set(13, with(lines.get(13), AGE, ""));
    programme.write("colrec.csv", String.join("\n", lines) + "\n");
    programme.replace("programme.yaml", "mapping: colrec}", "mapping: colrec, coverage: hospital}");
    programme.replace("programme.yaml", "survival: [{by: [], years: [1]}]", MORE.stripTrailing());
    open = Published.run(programme.programme(), programme.out());
  }

  private static String with(String line, int column, String cell) {
    String[] cells = line.split(",", -1);
    cells[column] = cell;
    return String.join(",", cells);
  }

  private static long excluded(Published published) {
    return published.rows("finding").stream()
        .filter(row -> row.get("rule").startsWith("SURVIVAL-"))
        .mapToLong(row -> Long.parseLong(row.get("count")))
        .sum();
  }

  @Test
  void thoseWhoEnteredAndThoseWhoDidNotAreAllTumoursThatCount() {
    long entered = Long.parseLong(open.rows("survival", "sex", "").get(0).get("cases"));
    long counting =
        open.rows("accounting", "stage", "resolve").stream()
            .filter(row -> List.of("north", "colrec").contains(row.get("source")))
            .mapToLong(row -> Long.parseLong(row.get("accepted")))
            .sum();
    assertThat(entered).isEqualTo(200 - 11 - 2);
    assertThat(entered + excluded(open)).isEqualTo(counting).isEqualTo(500);
  }

  @Test
  void theRegistryWithoutFollowUpIsNotFaultedForIt() {
    List<Map<String, String>> rows =
        open.rows("finding", "rule", "SURVIVAL-follow-up-not-supplied");
    assertThat(rows)
        .isNotEmpty()
        .allMatch(row -> row.get("source").equals("north") && row.get("severity").equals("scope"));
    assertThat(open.rows("finding", "rule", "SURVIVAL-no-follow-up")).isEmpty();
  }

  @Test
  void theReasonsStandBesideTheFigure() {
    assertThat(open.rows("survival", "sex", ""))
        .allMatch(
            row ->
                row.get("note")
                    .equals("not included: 11 zero-follow-up, 2 age-unknown; " + HOSPITALS))
        .allMatch(row -> row.get("not_included").equals("zero-follow-up:11;age-unknown:2"));
  }

  /** The hospital's cases are counted, and are no incidence; every reader is told. */
  @Test
  void aHospitalRegistryHasNoIncidence() throws IOException {
    List<Map<String, String>> rows = open.rows("incidence", "area", "Slovenia");
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.get("note")).contains("cases of a hospital or pathology registry");
              boolean cases = row.get("measure").equals("cases");
              assertThat(row.get("status")).isEqualTo(cases ? "OK" : "INSUFFICIENT");
              assertThat(row.get("value").isEmpty()).isEqualTo(!cases);
            });
    assertThat(open.rows("incidence", "measure", "asr")).isNotEmpty();
    assertThat(open.rows("quality", "source", "colrec"))
        .allMatch(r -> r.get("note").contains("cases of a hospital registry, not of a population"));
    assertThat(open.rows("quality", "source", "north"))
        .noneMatch(r -> r.get("note").contains("hospital"));
    assertThat(open.rows("finding", "rule", "REGISTRY-HOSPITAL"))
        .allMatch(r -> r.get("source").equals("colrec"))
        .hasSize(1);
    assertThat(Files.readString(open.current().resolve("report/index.html")))
        .contains("is a hospital registry: shares among its cases");
  }

  /** No table of rates leaves a reader to guess why it has no figure for the hospital's area. */
  @ParameterizedTest
  @ValueSource(strings = {"trend", "projection", "rate_ratio", "prevalence"})
  void everyTableSaysWhyAHospitalHasNoRate(String table) {
    List<Map<String, String>> rows = open.rows(table, "area", "Slovenia");
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allMatch(r -> r.get("status").equals("INSUFFICIENT"))
        .allMatch(r -> r.get("value").isEmpty())
        .allMatch(r -> r.get("note").contains("cases of a hospital or pathology registry"));
    assertThat(open.rows(table))
        .filteredOn(r -> !r.get("area").equals("Slovenia"))
        .noneMatch(r -> r.get("note").contains("hospital"));
  }

  /**
   * Neither registry says which sources a case came from, so nothing can be estimated from them.
   */
  @Test
  void completenessSaysWhatItLacks() {
    List<Map<String, String>> rows =
        open.rows("quality").stream()
            .filter(r -> r.get("index").startsWith("completeness"))
            .toList();
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allMatch(r -> !r.get("status").equals("OK"))
        .allMatch(r -> r.get("value").isEmpty() && !r.get("note").isEmpty());
  }

  /** Nobody of these dies: there is nothing to compare, and the row says so. */
  @Test
  void aComparisonWithoutDeathsSaysWhyItHasNone() {
    Map<String, String> row = Published.one(open.rows("survival_comparison"), "compared", "sex");
    assertThat(row.get("groups")).isEqualTo("1; 2");
    assertThat(row.get("status")).isEqualTo("INSUFFICIENT");
    assertThat(row.get("p")).isEmpty();
    assertThat(row.get("note")).contains(HOSPITALS).isNotEqualTo(HOSPITALS);
  }

  @Test
  void thePublicSeesNoCountBelowTheThreshold() throws IOException {
    Published shown =
        Published.run(
            programme.programme(), folder.resolve("public"), "--set", "disclosure=public");
    assertThat(shown.rows("survival", "sex", ""))
        .allMatch(
            row ->
                row.get("note")
                    .equals(
                        "not included: 11 zero-follow-up, fewer than 5 age-unknown; " + HOSPITALS))
        .allMatch(row -> row.get("not_included").equals("zero-follow-up:11;age-unknown:"));
    assertThat(shown.rows("finding"))
        .filteredOn(row -> row.get("rule").startsWith("SURVIVAL-"))
        .isNotEmpty()
        .allMatch(row -> Long.parseLong(row.get("count")) >= 5)
        .noneMatch(row -> row.get("rule").endsWith("age-unknown"));
    String page = Files.readString(shown.current().resolve("report/index.html"));
    assertThat(page)
        .contains("tumours did not enter survival: ")
        .contains("11 (last contact on the day of diagnosis)")
        .doesNotContain("SURVIVAL-age-unknown");
  }
}
