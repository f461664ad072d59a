package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRangesTest {
  @ParameterizedTest
  @CsvSource({
    "C00-C14, C000, true",
    "C00-C14, C149, true",
    "C00-C14, C150, false",
    "C18.1, C181, true",
    "C18.1, C180, false",
    "C26;C39, C390, true",
    "C82-C86;C96, C961, true",
    "8720-8790, 8720, true",
    "8720-8790;9140, 9140, true",
    "8720-8790, 8791, false",
    "9050, 9050, true",
    "9050, 9059, false",
    "D45-D47, D471, true",
    "D45-D47, C471, false",
    "C67;D09.0;D41.4, D090, true",
    "C67;D09.0;D41.4, D091, false",
    "C91.0, C91, false",
    "C91.2-C91.9, C91, true",
    "C81-C96, D81, false",
    "C00-C97;Q30.9, Q309, true"
  })
  void holdsItsEndsAndWhatLiesBetween(String ranges, String code, boolean inside) {
    assertThat(CodeRanges.of(ranges).contains(code)).isEqualTo(inside);
  }

  @Test
  void theEmptyTextHoldsEverythingEvenTheUnknown() {
    assertThat(CodeRanges.of("").contains("C509")).isTrue();
    assertThat(CodeRanges.of(" ").contains(null)).isTrue();
    assertThat(CodeRanges.of("C50").contains(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C5x", "breast", "C50-", "-", "C50;;C51"})
  void refusesWhatIsNoCode(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CodeRanges.of(text));
  }
}
