package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.coding.ChildhoodGroups.Group;

class ChildhoodGroupsTest {
  private static final ChildhoodGroups ICCC = ChildhoodGroups.of(Codes.rows("iccc3"));

  @ParameterizedTest
  @CsvSource({
    // lymphoid leukaemia in marrow, the same histology as lymphoma elsewhere
    "C421, 9811, 3, 011, 001",
    "C770, 9811, 3, 022, 010",
    "C380, 9837, 3, 022, 010",
    "C421, 9591, 3, 011, 004",
    "C779, 9591, 3, 022, 013",
    "C421, 9861, 3, 012, 005",
    "C421, 9875, 3, 013, 006",
    "C421, 9946, 3, 014, 007",
    "C779, 9650, 3, 021, 009",
    "C779, 9687, 3, 023, 014",
    // brain, malignant or not
    "C716, 9470, 3, 033, 020",
    "C723, 9380, 1, 032, 019",
    "C717, 9380, 3, 034, 025",
    "C717, 9421, 1, 032, 019",
    "C751, 9350, 1, 035, 028",
    "C710, 8000, 1, 036, 032",
    "C753, 9064, 3, 101, 072",
    "C753, 9080, 0, 101, 073",
    "C749, 9500, 3, 041, 033",
    "C692, 9510, 3, 050, 035",
    "C649, 8960, 3, 061, 036",
    "C649, 8312, 3, 062, 039",
    "C220, 8970, 3, 071, 041",
    "C220, 8170, 3, 072, 044",
    "C402, 9180, 3, 081, 046",
    "C509, 9180, 3, 094, 068",
    "C402, 9260, 3, 083, 048",
    "C492, 9260, 3, 094, 060",
    "C499, 8910, 3, 091, 055",
    "C220, 8991, 3, 071, 043",
    "C629, 9071, 3, 103, 087",
    "C495, 9071, 3, 102, 081",
    "C739, 8340, 3, 112, 094",
    "C119, 8070, 3, 113, 095",
    "C445, 8720, 3, 114, 096",
    "C181, 8240, 3, 116, 100",
    "C809, 8000, 3, 122, 115",
    // not in the classification
    "C495, 9080, 0, 999, 999",
    "C619, 8140, 2, 999, 999",
    "C999x, 8140, 3, 999, 999",
    ", 8140, 3, 999, 999",
    "C739, , 3, 999, 999"
  })
  void groupsByHistologyThenSite(
      String topography, String morphology, String behaviour, String code, String extended) {
    Group group = ICCC.of(topography, morphology, behaviour);
    assertThat(group.code()).isEqualTo(code);
    assertThat(group.extended()).isEqualTo(extended);
    assertThat(group.main()).isEqualTo(Integer.parseInt(code) / 10);
  }

  @Test
  void aTumourOfUnknownBehaviourIsMalignant() {
    assertThat(ICCC.of("C749", "9500", null).label())
        .isEqualTo("Neuroblastoma and ganglioneuroblastoma");
    assertThat(ICCC.edition()).isEqualTo("ICCC-3/IARC-2017");
  }

  @Test
  void everyDivisionIsReachedByOneKindOfTumourOnly() {
    Set<String> reached = new TreeSet<>();
    Map<Map<String, String>, CodeRanges> sites = new HashMap<>();
    Codes.rows("iccc3").forEach(row -> sites.put(row, CodeRanges.of(row.get("topography"))));
    for (String morphology : Codes.codes("morphology")) {
      List<Map<String, String>> rows =
          sites.keySet().stream()
              .filter(row -> CodeRanges.of(row.get("morphology")).contains(morphology))
              .toList();
      for (String topography : Codes.codes("topography")) {
        for (String behaviour : List.of("0", "1", "2", "3")) {
          Set<String> fitting = new HashSet<>();
          rows.stream()
              .filter(row -> row.get("behaviour").contains(behaviour))
              .filter(row -> sites.get(row).contains(topography))
              .forEach(row -> fitting.add(row.get("extended")));
          assertThat(fitting).as("%s %s", topography, morphology).hasSizeLessThan(2);
          Group group = ICCC.of(topography, morphology, behaviour);
          assertThat(group.extended()).isEqualTo(fitting.stream().findFirst().orElse("999"));
          reached.add(group.extended());
        }
      }
    }
    reached.remove("999");
    assertThat(reached)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 115).mapToObj("%03d"::formatted).toList());
  }

  @Test
  void theTableHasAllSubgroupsAndOnlyTheSkullHasTumoursThatAreNotMalignant() {
    Set<String> subgroups = new TreeSet<>(Codes.codes("iccc3"));
    assertThat(subgroups).hasSize(48);
    Codes.rows("iccc3")
        .forEach(
            row ->
                assertThat(row.get("behaviour"))
                    .as(row.get("code"))
                    .isEqualTo(row.get("code").matches("03.|101") ? "0;1;3" : "3"));
  }
}
