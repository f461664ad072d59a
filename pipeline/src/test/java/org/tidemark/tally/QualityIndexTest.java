package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.tally.QualityIndex.Coded;

@DisplayName("Each quality index says which cases have its property")
class QualityIndexTest {
  private static List<String> columns(Coded tumour) {
    long bits = QualityIndex.bits(QualityIndex.all(), tumour);
    List<String> set = new ArrayList<>();
    for (int i = 0; i < QualityIndex.columns().size(); i++) {
      if ((bits >> i & 1) == 1) {
        set.add(QualityIndex.columns().get(i));
      }
    }
    return set;
  }

  @ParameterizedTest(name = "{0} of {1} {2}, basis {3} {4}")
  @CsvSource({
    "mv, C509, 8500, 7, iacr, true",
    "mv, C509, 8500, 4, iacr, false",
    "mv, C509, 8500, 8, iacr, false",
    "mv, C509, 8500, 8, encr, true",
    "dco, C509, 8500, 0, iacr, true",
    "clinical, C509, 8500, 3, canreg5, true",
    "clinical, C509, 8500, 5, canreg5, false",
    "basis_unknown, C509, 8500, 9, iacr, true",
    "psu, C269, 8140, 7, iacr, true",
    "psu, C259, 8140, 7, iacr, false",
    "psu_c80, C809, 8140, 7, iacr, true",
    "psu_c80, C779, 8140, 7, iacr, false",
    "morphology_unspecified, C509, 8000, 2, iacr, true",
    "morphology_unspecified, C509, 8005, 2, iacr, true",
    "morphology_unspecified, C509, 8010, 2, iacr, false",
    "morphology_unspecified_mv, C509, 8000, 2, iacr, false",
    "morphology_unspecified_mv, C509, 8000, 5, iacr, true",
    "subsite_unknown, C509, 8500, 7, iacr, true",
    "subsite_unknown, C508, 8500, 7, iacr, false",
    "subsite_unknown, C619, 8140, 7, iacr, false",
  })
  void ofACodedTumour(
      String index,
      String topography,
      String morphology,
      String basis,
      String scheme,
      boolean expected) {
    Coded tumour = new Coded(topography, morphology, basis, scheme, "2", "2", true, true);
    assertThat(columns(tumour).contains(index + "_n")).isEqualTo(expected);
  }

  @Test
  void whatIsAbsentHasNoPropertyAndIsNotAsked() {
    Coded nothing = new Coded(null, null, null, null, null, null, false, false);
    assertThat(columns(nothing))
        .containsExactly(
            "age_unknown_n",
            "age_unknown_of",
            "psu_of",
            "psu_c80_of",
            "stage_unknown_of",
            "grade_unknown_of",
            "residence_unknown_of");
  }

  @Test
  void whatIsKnownIsCountedAsKnown() {
    Coded known = new Coded("C501", "8500", "7", "iacr", "2", "9", true, true);
    assertThat(columns(known))
        .contains("stage_unknown_n", "residence_unknown_n", "subsite_unknown_of")
        .doesNotContain("grade_unknown_n", "age_unknown_n", "subsite_unknown_n");
  }

  @Test
  void noIndexCountsMoreThanItAsks() {
    for (String basis : new String[] {null, "0", "5", "8", "9"}) {
      for (String topography : new String[] {null, "C80", "C809", "C619", "C502"}) {
        for (String morphology : new String[] {null, "8000", "8140"}) {
          Coded tumour = new Coded(topography, morphology, basis, null, null, null, true, true);
          List<String> set = columns(tumour);
          for (QualityIndex index : QualityIndex.all()) {
            assertThat(set.contains(index.count()) && !set.contains(index.base()))
                .as(index.name())
                .isFalse();
          }
        }
      }
    }
  }
}
