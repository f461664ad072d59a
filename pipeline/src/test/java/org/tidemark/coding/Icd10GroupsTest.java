package org.tidemark.coding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of reporting groups by ICD-10 code. */
class Icd10GroupsTest {
  private static final List<Malignant> MALIGNANT = allMalignant();

  private static CancerGroups list(String prefix, String grouping) {
    return CancerGroups.of(
        rows(prefix + "_groups", grouping).map(CancerGroups.Group::of).toList(),
        rows(prefix + "_totals", grouping).map(CancerGroups.Total::of).toList());
  }

  private static Stream<Map<String, String>> rows(String table, String grouping) {
    return Codes.rows(table).stream().filter(row -> row.get("grouping").equals(grouping));
  }

  private static CancerGroups byIcd10(String grouping) {
    return list("icd10", grouping);
  }

  @ParameterizedTest
  @CsvSource({
    "C50.4, C50, C50, C50, C50, 980 990 180",
    "C619, C61, C61, C61, C60-C63, 980 990 240",
    "C443, C44, C44, C44, C44, 980 300",
    "C18.1, C18, C18-C21, C18-C21, C15-C26, 980 990 970 520 90",
    "C00.3, C00, C00-C08, C00-C14, C00-C14, 980 990 970 510 20",
    "C101, C10, C09-C10+C12-C14, C00-C14, C00-C14, 980 990 970 150",
    "C39, O&U, Other, C39, C30-C39, 980 990 970 420",
    "C80, O&U, Other, C76-C80, O&U, 980 990 970 420",
    "C450, C45, C45, O&U, O&U, 980 990 970 170",
    "C457, C45, C45, O&U, O&U, 980 990 970 410",
    "C49.2, C47+C49, Other, O&U, O&U, 980 990 970 350",
    "C861, C82-C86+C96, C82-C86+C96, C81-C86+C88+C90+C96, C81-C96, 980 990 970 430 360",
    "C91, C91, C91-C95, C91-C95, C81-C96, 980 990 970 430 400 403",
    "C910, C91, C91-C95, C91-C95, C81-C96, 980 990 970 430 400 401",
    "D471, MPD/MDS, Other, O&U, O&U, 980 990 970 430 392",
    "C716, C70-C72, C70-C72, C70-C72, C69-C75, 980 990 970 321 320"
  })
  void findsTheGroupOfEachList(
      String icd10, String ci5, String globocan, String quality, String editorial, String nordcan) {
    Map<String, String> expected =
        Map.of(
            "ci5-icd10", ci5,
            "globocan-icd10", globocan,
            "quality-sites", quality,
            "ci5-editorial", editorial);
    expected.forEach(
        (grouping, group) ->
            assertThat(byIcd10(grouping).of(null, null, icd10))
                .as(grouping)
                .startsWith(group)
                .hasSize(group.equals("C44") ? 2 : 3));
    assertThat(byIcd10("nordcan").of(null, null, icd10))
        .containsExactlyElementsOf(List.of(nordcan.split(" ")));
  }

  @Test
  void tumoursThatAreNotMalignantStandInNoGroupButThoseTheListNames() {
    assertThat(byIcd10("ci5-icd10").of(null, null, "D414")).startsWith("C67");
    assertThat(byIcd10("ci5-icd10").of(null, null, "D090")).startsWith("C67");
    assertThat(byIcd10("ci5-icd10").of(null, null, "D120"))
        .containsExactly("All cancers", "All cancers but C44");
    assertThat(byIcd10("nordcan").of(null, null, "D120")).isEmpty();
    assertThat(byIcd10("nordcan").of(null, null, "D320"))
        .containsExactly("980", "990", "970", "321", "320");
    assertThat(byIcd10("nordcan").of("C509", "8500", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ci5-icd10", "globocan-icd10", "quality-sites", "ci5-editorial", "nordcan"})
  void everyMalignantTumourHasAGroup(String grouping) {
    CancerGroups groups = byIcd10(grouping);
    int totals = (int) rows("icd10_totals", grouping).count();
    for (String code : malignantCodes()) {
      assertThat(groups.of(null, null, code))
          .as(code)
          .anyMatch(g -> !g.startsWith("All cancers"))
          .hasSizeGreaterThan(totals == 0 ? 1 : 0);
    }
  }

  /** Every code that a malignant tumour of a listed pair converts to, without the ill-coded. */
  private static TreeSet<String> malignantCodes() {
    TreeSet<String> codes = new TreeSet<>();
    MALIGNANT.forEach(tumour -> codes.add(tumour.icd10()));
    // Nasal glial heterotopia and Erdheim–Chester disease are no neoplasms in ICD-10.
    assertThat(codes.removeAll(List.of("Q309", "D763"))).isTrue();
    assertThat(codes).contains("C509", "C61", "D471", "C833").hasSizeGreaterThan(300);
    return codes;
  }

  /** A malignant tumour of a listed morphology and its ICD-10 code. */
  private record Malignant(String topography, String morphology, String icd10) {}

  private static List<Malignant> allMalignant() {
    List<Malignant> all = new ArrayList<>();
    Codes.rows("morphology_behaviour").stream()
        .filter(row -> row.get("behaviour").equals("3") && row.get("status").equals("listed"))
        .map(row -> row.get("code"))
        .forEach(
            morphology ->
                Codes.codes("topography")
                    .forEach(
                        site -> all.add(new Malignant(site, morphology, icd10(site, morphology)))));
    return all;
  }

  private static String icd10(String site, String morphology) {
    return Icd10ConversionTest.CURRENT.of(site, morphology, "3", sex(site)).code();
  }

  /** A sex that can have the site; women for the rest. */
  private static String sex(String site) {
    return site.compareTo("C60") > 0 && site.compareTo("C640") < 0 ? "1" : "2";
  }

  @Test
  void whatIsNoNeoplasmInIcd10HasItsPlaceAllTheSame() {
    assertThat(byIcd10("ci5-icd10").of(null, null, "Q309")).startsWith("C30-C31");
    assertThat(byIcd10("ci5-icd10").of(null, null, "D763")).startsWith("C82-C86+C96");
  }

  @ParameterizedTest
  @CsvSource({"ci5, ci5-icd10", "globocan, globocan-icd10"})
  void groupsByCodeAreThoseBySiteAndHistology(String bySite, String byCode) {
    CancerGroups sites = list("cancer", bySite);
    CancerGroups codes = byIcd10(byCode);
    List<String> differences = new ArrayList<>();
    for (Malignant tumour : MALIGNANT) {
      String one = sites.of(tumour.topography(), tumour.morphology()).get(0);
      String other = codes.of(null, null, tumour.icd10()).get(0);
      if (!one.equals(other) && !departs(tumour.topography(), tumour.morphology())) {
        differences.add(tumour + " " + one + " " + other);
      }
    }
    assertThat(differences).isEmpty();
  }

  /**
   * Where the list by site and histology departs from the conversion on purpose: tumours of ovary
   * and uterus in men, germ cell tumours of unknown site, other organs' tumours in the liver.
   */
  private static boolean departs(String topography, String morphology) {
    boolean female = "8600 8620 8621 8622 8931 9000 9090 9091 9104".contains(morphology);
    boolean gonadal = "8630 8631 8634 8650 9060 9071 9073 9084 9100".contains(morphology);
    return (female && sex(topography).equals("1"))
        || (gonadal && topography.equals("C809"))
        || (topography.startsWith("C22") && Integer.parseInt(morphology) < 9590);
  }

  @Test
  void entitiesOfNordcanAreThoseOfItsTable() {
    CancerGroups entities = byIcd10("nordcan");
    List<String> lines =
        SharedFolder.text("registry/nordcan_icd10_to_entity.csv").lines().skip(1).toList();
    for (String line : lines) {
      String[] cells = line.split(";", -1);
      List<String> expected =
          Stream.of(cells).skip(1).filter(e -> !e.isEmpty() && !e.equals("999")).toList();
      assertThat(entities.of(null, null, cells[0].toUpperCase(Locale.ROOT)))
          .as(cells[0])
          .containsExactlyElementsOf(expected);
    }
    assertThat(lines).hasSize(890);
  }

  @Test
  void aGroupHasOneSexAndOneLevelInItsList() {
    Map<String, List<Map<String, String>>> groups =
        Codes.rows("icd10_groups").stream()
            .collect(
                groupingBy(r -> r.get("grouping") + "/" + r.get("code"), TreeMap::new, toList()));
    groups.forEach((name, of) -> assertThat(of).as(name).hasSize(1));
    assertThat(Codes.rows("icd10_totals"))
        .allMatch(
            total ->
                total.get("except").isEmpty()
                    || groups.containsKey(total.get("grouping") + "/" + total.get("except")));
    assertThat(Codes.rows("icd10_groups")).noneMatch(r -> Objects.isNull(r.get("sex")));
  }
}
