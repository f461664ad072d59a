package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

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
    "C50, C50"
  })
  void bringsSpellingsOfOnePlaceToOneForm(String sent, String canonical) {
    assertThat(TopographyCode.canonical(sent)).isEqualTo(canonical);
  }
}
