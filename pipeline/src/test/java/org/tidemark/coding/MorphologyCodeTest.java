package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MorphologyCodeTest {
  @ParameterizedTest
  @CsvSource({
    "8500, 8500, '', ''",
    "8500/3, 8500, 3, ''",
    "8500/33, 8500, 3, 3",
    "85003, 8500, 3, ''",
    "850033, 8500, 3, 3",
    "M85003, 8500, 3, ''",
    "m8500/3, 8500, 3, ''",
    "M-8500/3, 8500, 3, ''",
    "8500-3, 8500, 3, ''",
    "' 8140/3 Adenocarcinoma, NOS', 8140, 3, ''",
    "'8140 ', 8140, '', ''",
    "9989/39, 9989, 3, 9"
  })
  void takesSpellingsOfOneMorphologyApart(
      String sent, String morphology, String behaviour, String grade) {
    assertThat(MorphologyCode.read(sent))
        .contains(new MorphologyCode(morphology, behaviour, grade));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "M",
        "850",
        "7999/3",
        "8500/",
        "8500//3",
        "8500/333",
        "8500333",
        "8500/3x",
        "8500x",
        "C509",
        "8500.0",
        "MM8500",
        "٨٥٠٠"
      })
  void givesNothingForWhatIsNoMorphology(String sent) {
    assertThat(MorphologyCode.read(sent)).isEmpty();
  }

  @Test
  void everyListedPairIsReadFromEverySpelling() {
    Codes.rows("morphology_behaviour")
        .forEach(
            row -> {
              String code = row.get("code");
              String behaviour = row.get("behaviour");
              MorphologyCode pair = new MorphologyCode(code, behaviour, "");
              for (String form : List.of("%s/%s", "%s%s", "M%s%s", "M-%s/%s", "%s/%s text")) {
                assertThat(MorphologyCode.read(form.formatted(code, behaviour))).contains(pair);
              }
            });
  }

  @Test
  void aCodeOutsideTheClassificationHasNoNumber() {
    assertThat(MorphologyCode.number("8000")).isEqualTo(8000);
    assertThat(List.of("7999", "800", "80000", "80a0"))
        .allMatch(code -> MorphologyCode.number(code) == -1);
    assertThat(MorphologyCode.number(null)).isEqualTo(-1);
  }
}
