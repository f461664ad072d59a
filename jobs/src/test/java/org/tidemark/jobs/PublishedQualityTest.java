package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every value of the reference for data quality, from the published table. */
@DisplayName("quality.csv equals the reference counts")
@ExtendWith(ReferenceRun.class)
class PublishedQualityTest {
  private static final Map<String, String> INDICES =
      Map.of(
          "mv", "mv",
          "dco", "dco",
          "clinical", "clinical",
          "basis_unknown", "basis_unknown",
          "age_unknown", "age_unknown",
          "psu", "psu",
          "morphology_unspecified", "morphology_8000_8005");

  /** Sites that count as primary site uncertain, all of which the 3-character rows hold whole. */
  private static final Set<String> UNCERTAIN = Set.of("C26", "C39", "C48", "C76", "C77", "C80");

  @Test
  void everyRow(Published published) {
    List<Map<String, String>> rows = published.rows("quality", "source", "north");
    List<Map<String, String>> expected =
        Csv.rows(Csv.shared().orElseThrow().resolve("incidence/expected_data_quality.csv"));
    assertThat(expected).hasSize(116);
    expected.forEach(row -> INDICES.forEach((ours, theirs) -> compare(row, rows, ours, theirs)));
  }

  /** Indices that the reference does not have, counted from the registry's own file. */
  @Test
  void indicesOfWhatIsUnknown(Published published) {
    List<Map<String, String>> all =
        published.rows("quality", "source", "north", "cancer", "", "sex", "");
    List<Map<String, String>> rows =
        all.stream().filter(r -> r.get("period").contains("-")).toList();
    List<Map<String, String>> cases =
        Csv.rows(Csv.shared().orElseThrow().resolve("incidence/individual_cases.csv")).stream()
            .filter(c -> c.get("behaviour").equals("3"))
            .toList();
    counted(rows, "psu_c80", cases.stream().filter(c -> c.get("topography").equals("C809")));
    counted(rows, "residence_unknown", Stream.empty());
    counted(
        rows,
        "morphology_unspecified_mv",
        cases.stream()
            .filter(c -> c.get("basis").matches("[5-8]"))
            .filter(c -> c.get("morphology").matches("800[0-5]")));
    // The file has no stage, and a grade that is unknown throughout.
    assertThat(cases).allMatch(c -> c.get("grade").equals("9"));
    for (String index : List.of("stage_unknown", "grade_unknown")) {
      assertThat(Published.one(rows, "index", index).get("status")).isEqualTo("NOT_APPLICABLE");
    }
    double subsite =
        Double.parseDouble(Published.one(rows, "index", "subsite_unknown").get("numerator"));
    assertThat(subsite)
        .isPositive()
        .isLessThan(cases.stream().filter(c -> c.get("topography").endsWith("9")).count());
  }

  private static void counted(
      List<Map<String, String>> rows, String index, Stream<Map<String, String>> cases) {
    assertThat(Published.one(rows, "index", index).get("numerator"))
        .as(index)
        .isEqualTo(Long.toString(cases.count()));
  }

  private static void compare(
      Map<String, String> expected, List<Map<String, String>> rows, String ours, String theirs) {
    Map<String, String> row =
        Published.one(
            rows,
            "index",
            ours,
            "cancer",
            expected.get("icd3"),
            "sex",
            expected.get("sex"),
            "period",
            expected.get("year").isEmpty() ? period(rows, expected) : expected.get("year"));
    String place = expected + " " + ours;
    assertThat(row.get("denominator")).as(place).isEqualTo(expected.get("cases"));
    if (ours.equals("psu") && UNCERTAIN.contains(expected.get("icd3"))) {
      // The reference counted its groups here, not its cases: each of them lies at such a site.
      assertThat(expected.get(theirs)).isEqualTo("1");
      assertThat(row.get("numerator")).as(place).isEqualTo(expected.get("cases"));
      return;
    }
    assertThat(row.get("numerator")).as(place).isEqualTo(expected.get(theirs));
    assertThat(Double.parseDouble(row.get("value")))
        .as(place)
        .isCloseTo(Double.parseDouble(expected.get(theirs + "_pct")), within(1e-9));
  }

  /** The years of a stratum that is over all years; a rare cancer may lack some. */
  private static String period(List<Map<String, String>> rows, Map<String, String> expected) {
    List<String> periods =
        rows.stream()
            .filter(r -> r.get("cancer").equals(expected.get("icd3")))
            .filter(r -> r.get("sex").equals(expected.get("sex")))
            .filter(r -> !expected.get("icd3").isEmpty() || r.get("period").contains("-"))
            .map(r -> r.get("period"))
            .distinct()
            .toList();
    assertThat(periods).hasSize(1);
    return periods.get(0);
  }
}
