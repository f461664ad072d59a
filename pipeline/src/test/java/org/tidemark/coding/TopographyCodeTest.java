package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopographyCodeTest {
  @ParameterizedTest
  @CsvSource({
    "C509, C509",
    "C50.9, C509",
    "509, C509",
    "50.9, C509",
    "c50.9, C509",
    "Z99.9, Z999",
    "C50, C509",
    "c01, C019",
    "C22, C22",
    "C5, C5",
    "CXX, CXX"
  })
  void bringsSpellingsOfOnePlaceToOneForm(String sent, String canonical) {
    assertThat(TopographyCode.canonical(sent)).isEqualTo(canonical);
  }

  @Test
  void everyCodeIsReadFromEverySpelling() {
    for (String code : Codes.codes("topography")) {
      String digits = code.substring(1);
      String dotted = code.substring(0, 3) + "." + code.charAt(3);
      assertThat(List.of(code, digits, dotted, dotted.substring(1)))
          .allMatch(text -> TopographyCode.canonical(text).equals(code));
      assertThat(TopographyCode.number(code)).isEqualTo(Integer.parseInt(digits));
    }
  }

  @Test
  void aCategoryBecomesItsUnspecifiedPlaceWhereThereIsOne() {
    List<String> codes = Codes.codes("topography");
    codes.stream()
        .map(code -> code.substring(0, 3))
        .forEach(
            category ->
                assertThat(TopographyCode.canonical(category))
                    .isEqualTo(codes.contains(category + "9") ? category + "9" : category));
  }
}
