package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadedCellsTest {
  private static final HeadedCells.Head HEAD = HeadedCells.head(List.of("sex", "area", "value"));

  @Test
  void cellsAreFoundByTheNamesOfTheirColumns() {
    HeadedCells row = HEAD.over("2", "North", "");
    assertThat(row.get("area")).isEqualTo("North");
    assertThat(row.get("value")).isEmpty();
    assertThat(row.get("period")).isNull();
    assertThat(row.getOrDefault("period", "none")).isEqualTo("none");
    assertThat(row).containsKey("value").doesNotContainKey("period").hasSize(3);
  }

  @Test
  void namesAndCellsComeInTheOrderOfTheHeader() {
    HeadedCells row = HEAD.over("2", "North", "1.5");
    assertThat(row.keySet()).containsExactly("sex", "area", "value");
    assertThat(row.values()).containsExactly("2", "North", "1.5");
  }

  @Test
  void itEqualsAnyMapOfTheSameCells() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("value", "1.5");
    map.put("area", "North");
    map.put("sex", "2");
    assertThat(HEAD.over("2", "North", "1.5")).isEqualTo(map).hasSameHashCodeAs(map);
    assertThat(HEAD.over("1", "North", "1.5")).isNotEqualTo(map);
  }

  @Test
  void aRowWithACellTooFewIsRefusedNotShifted() {
    assertThatThrownBy(() -> HEAD.over("2", "North"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a cell for each column");
  }
}
