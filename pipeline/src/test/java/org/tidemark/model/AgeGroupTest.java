package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeGroupTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "5, 1", "74, 14", "75, 15", "84, 16", "85, 17", "119, 17"})
  void holdsFiveYearsAndOpensAt85(int years, int index) {
    assertThat(AgeGroup.of(years)).isEqualTo(index);
  }

  @Test
  void labelsTheLastGroupOfTheDataAsOpen() {
    assertThat(AgeGroup.label(0, 17)).isEqualTo("0-4");
    assertThat(AgeGroup.label(15, 17)).isEqualTo("75-79");
    assertThat(AgeGroup.label(15, 15)).isEqualTo("75+");
  }

  @Test
  void refusesAgesBelowZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> AgeGroup.of(-1));
  }
}
