package org.tidemark.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped code lists and rule tables hold what their standards say. */
class CodeTablesTest {
  private static final Map<String, CodeTable> CODES =
      CatalogueReader.read(Optional.empty()).codes();

  private static List<Map<String, String>> rows(String table) {
    return CODES.get(table).rows();
  }

  @Test
  void everyRowHasAnEdition() {
    CODES.values().forEach(table -> assertThat(table.column("edition")).doesNotContain(""));
  }

  @ParameterizedTest
  @CsvSource({
    "sex, code, ''",
    "behaviour, code, ''",
    "grade, code, ''",
    "laterality, code, ''",
    "stage, code, ''",
    "vital_status, code, ''",
    "topography, code, ''",
    "morphology, code, ''",
    "morphology_behaviour, code, behaviour",
    "basis, code, scheme",
    "age_groups, code, grouping",
    "standard_populations, name, age_lower",
    "survival_weights, name, age_group",
    "cancer_groups, grouping, order",
    "cancer_totals, grouping, order"
  })
  void noCodeStandsTwice(String table, String first, String second) {
    List<String> keys =
        rows(table).stream()
            .map(row -> row.get(first) + "/" + row.getOrDefault(second, ""))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void topographyHasThe330CodesInCanonicalForm() {
    assertThat(CODES.get("topography").codes())
        .hasSize(330)
        .allMatch(code -> code.matches("C\\d\\d\\d"))
        .contains("C509", "C809", "C422")
        .doesNotContain("C141", "C999");
  }

  @Test
  void everyPairOfMorphologyAndBehaviourIsOfAKnownMorphology() {
    assertThat(CODES.get("morphology").codes())
        .hasSize(857)
        .containsAll(CODES.get("morphology_behaviour").codes());
    assertThat(rows("morphology_behaviour").stream().filter(r -> r.get("status").equals("listed")))
        .hasSize(1196);
  }

  @ParameterizedTest
  @CsvSource({
    "segi-doll, 100000",
    "who-2000, 100030",
    "who-2000-exact, 100",
    "esp-1976, 100000",
    "esp-2013, 100000",
    "nordic-2000, 100000"
  })
  void standardPopulationsSumAsPublished(String name, double sum) {
    List<Map<String, String>> own =
        rows("standard_populations").stream().filter(r -> r.get("name").equals(name)).toList();
    assertThat(own).hasSize(18);
    assertThat(own.get(17).get("age_lower")).isEqualTo("85");
    assertThat(own.stream().mapToDouble(r -> Double.parseDouble(r.get("weight"))).sum())
        .isCloseTo(sum, within(1e-3));
  }

  @Test
  void survivalWeightsSumTo100OverTheAgeGroups() {
    Map<String, Double> sums =
        rows("survival_weights").stream()
            .collect(
                groupingBy(
                    r -> r.get("name"), summingDouble(r -> Double.parseDouble(r.get("weight")))));
    assertThat(sums).isEqualTo(Map.of("icss-1", 100.0, "icss-2", 100.0, "icss-3", 100.0));
    assertThat(CODES.get("age_groups").codes())
        .containsExactly("0-44", "45-54", "55-64", "65-74", "75+");
    assertThat(rows("survival_weights"))
        .extracting(r -> r.get("age_group"))
        .containsOnly("0-44", "45-54", "55-64", "65-74", "75+");
  }

  @Test
  void microscopicVerificationIsBasisFiveToEightInEveryScheme() {
    assertThat(rows("basis"))
        .allSatisfy(
            r -> assertThat(r.get("mv")).isEqualTo("5678".contains(r.get("code")) ? "yes" : "no"));
  }

  /** The first matching row of a grouping, or none; ranges as codes/cancer_groups.csv has them. */
  private static Optional<String> group(String grouping, String topography, String morphology) {
    return rows("cancer_groups").stream()
        .filter(r -> r.get("grouping").equals(grouping))
        .filter(r -> holds(r.get("topography"), topography))
        .filter(r -> holds(r.get("morphology"), morphology))
        .map(r -> r.get("code"))
        .findFirst();
  }

  private static boolean holds(String ranges, String code) {
    return ranges.isEmpty()
        || Arrays.stream(ranges.replace(".", "").split(";", -1))
            .anyMatch(
                range -> {
                  String from = range.split("-", -1)[0];
                  String to = range.substring(range.indexOf('-') + 1);
                  String last = code.substring(0, Math.min(code.length(), to.length()));
                  return code.compareTo(from) >= 0 && last.compareTo(to) <= 0;
                });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci5", "globocan", "topography-globocan", "topography-3"})
  void everyTopographyHasAGroupWhateverTheMorphology(String grouping) {
    for (String topography : CODES.get("topography").codes()) {
      for (String morphology : List.of("8000", "8140", "8720", "9050", "9140", "9680", "9999")) {
        assertThat(group(grouping, topography, morphology)).as(topography).isPresent();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // a histology that leads away from its site
    "C162, 9680, C82-C86+C96, C82-C86+C96, Stomach",
    "C421, 9861, C92-C94, C91-C95, Other",
    "C421, 9823, C91, C91-C95, Other",
    "C421, 9732, C90, C88+C90, Other",
    "C421, 9800, C95, C91-C95, Other",
    "C421, 9989, MPD/MDS, Other, Other",
    "C770, 9650, C81, C81, Other",
    "C169, 9699, C88, C88+C90, Stomach",
    "C779, 9699, C82-C86+C96, C82-C86+C96, Other",
    "C384, 9050, C45, C45, Other",
    "C445, 9140, C46, C46, Other skin",
    "C445, 8720, C43, C43, Other skin",
    "C493, 8801, C47+C49, Other, Other",
    "C445, 8802, C47+C49, Other, Other skin",
    "C509, 9180, C40-C41, Other, Breast",
    // melanomas of other organs stay with the organ
    "C693, 8720, C69, Other, Other",
    "C519, 8720, C51, C51, Vulva",
    // the site alone
    "C509, 8500, C50, C50, Breast",
    "C180, 8140, C18, C18-C21, Colorectum",
    "C209, 8140, C19-C20, C18-C21, Colorectum",
    "C019, 8070, C01-C02, C00-C08, 'Lip, oral cavity'",
    "C659, 8120, C65, C64-C66, Kidney",
    "C779, 8000, O&U, Other, Other",
    "C809, 8010, O&U, Other, Other",
    "C424, 8000, O&U, Other, Other",
    // a morphology of ovaries in a testis stays in the testis
    "C621, 8620, C62, C62, Testis"
  })
  void groupsBySiteAndHistology(
      String topography, String morphology, String ci5, String globocan, String byTopography) {
    assertThat(group("ci5", topography, morphology)).contains(ci5);
    assertThat(group("globocan", topography, morphology)).contains(globocan);
    assertThat(group("topography-globocan", topography, morphology)).contains(byTopography);
    assertThat(group("topography-3", topography, morphology)).contains(topography.substring(0, 3));
  }

  @Test
  void aTumourWithoutMorphologyIsGroupedByItsSite() {
    for (String topography : CODES.get("topography").codes()) {
      Optional<String> group =
          rows("cancer_groups").stream()
              .filter(r -> r.get("grouping").equals("ci5") && r.get("morphology").isEmpty())
              .filter(r -> holds(r.get("topography"), topography))
              .map(r -> r.get("code"))
              .findFirst();
      assertThat(group).as(topography).isPresent();
    }
  }

  @Test
  void aGroupHasOneLabelAndOneSexInItsGrouping() {
    Map<String, List<Map<String, String>>> groups =
        rows("cancer_groups").stream()
            .collect(groupingBy(r -> r.get("grouping") + "/" + r.get("code")));
    groups
        .values()
        .forEach(
            of -> {
              assertThat(of).extracting(r -> r.get("label")).containsOnly(of.get(0).get("label"));
              assertThat(of).extracting(r -> r.get("sex")).containsOnly(of.get(0).get("sex"));
            });
  }

  @Test
  void totalsLeaveOutGroupsThatExist() {
    for (Map<String, String> total : rows("cancer_totals")) {
      List<String> groups =
          rows("cancer_groups").stream()
              .filter(r -> r.get("grouping").equals(total.get("grouping")))
              .map(r -> r.get("code"))
              .toList();
      assertThat(groups).isNotEmpty().doesNotContain(total.get("code"));
      if (!total.get("except").isEmpty()) {
        assertThat(groups).contains(total.get("except"));
      }
    }
  }
}
