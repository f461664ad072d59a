package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunIdTest {
  private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

  @Test
  void isTheCutOffAndTwelveHexDigits() {
    // The first digits of SHA-256 of "10:2023-12-317:content4:code3:1.0", as sha256sum gives them.
    assertThat(RunId.of(AS_OF, "content", Map.of("code", "1.0")))
        .hasToString("2023-12-31-d7e2224d7821");
  }

  @Test
  void orderOfVersionsDoesNotMatterAndTheirNamesDo() {
    Map<String, String> one = new LinkedHashMap<>(Map.of("a", "1"));
    one.put("b", "2");
    Map<String, String> other = new LinkedHashMap<>(Map.of("b", "2"));
    other.put("a", "1");
    RunId id = RunId.of(AS_OF, "content", one);
    assertThat(RunId.of(AS_OF, "content", other)).isEqualTo(id);
    assertThat(RunId.of(AS_OF, "content", Map.of("a", "2", "b", "1"))).isNotEqualTo(id);
    assertThat(RunId.of(AS_OF, "contenta", one)).isNotEqualTo(id);
    assertThat(RunId.of(AS_OF.plusDays(1), "content", one).hash()).isNotEqualTo(id.hash());
  }

  @Test
  void partsCannotRunIntoEachOther() {
    assertThat(RunId.of(AS_OF, "c", Map.of("ab", "c")))
        .isNotEqualTo(RunId.of(AS_OF, "c", Map.of("a", "bc")));
  }

  @Test
  void textReadsBack() {
    RunId id = new RunId(AS_OF, "0123456789ab");
    assertThat(RunId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023-12-31",
        "2023-02-30-0123456789ab",
        "2023-12-31-0123456789AB",
        "2023-12-31-0123456789abc",
        "../2023-12-31-0123456789ab"
      })
  void otherTextsAreNoRunIds(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RunId.parse(text));
  }
}
