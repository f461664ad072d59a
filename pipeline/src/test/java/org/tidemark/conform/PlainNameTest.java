package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The spelling that spellings of a name share")
class PlainNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N'Guessan | Aya Élise | AYA ELISE NGUESSAN",
        "N’GUESSAN | Elise-Aya | AYA ELISE NGUESSAN",
        "Muñoz Peña | José | JOSE MUNOZ PENA",
        "munoz  pena 2 | JOSÉ. | JOSE MUNOZ PENA",
        "Weiß | Jürgen | JURGEN WEISS",
        "Çelik | İrem | CELIK IREM",
        "Nguyễn | Văn Đức | NGUYEN VAN ĐUC",
        "مُحَمَّد | علي | علي محمد",
        "राम | सीता | राम सीता"
      })
  void accentsCaseOrderAndMarksDoNotTell(String surname, String first, String plain) {
    assertThat(PlainName.of(List.of(surname, first)).split(" "))
        .containsExactlyInAnyOrder(plain.split(" "));
    assertThat(PlainName.of(List.of(first, surname)))
        .isEqualTo(PlainName.of(List.of(surname, first)));
  }

  @Test
  void otherLettersDo() {
    assertThat(PlainName.of(List.of("Diallo", "Awa")))
        .isNotEqualTo(PlainName.of(List.of("Dialo", "Awa")))
        .isNotEqualTo(PlainName.of(List.of("Diallo", "A")))
        .isNotEqualTo(PlainName.of(List.of("Diallo", "Awa Marie")));
    assertThat(PlainName.of(List.of("राम", "सीता")))
        .isNotEqualTo(PlainName.of(List.of("रम", "सता")));
  }

  @Test
  void halfANameIsNone() {
    assertThat(PlainName.of(List.of("Diallo", "-"))).isNull();
    assertThat(PlainName.of(List.of("99", "Awa"))).isNull();
    assertThat(PlainName.of(Arrays.asList("Diallo", null))).isNull();
    assertThat(PlainName.of(List.of("Diallo Awa"))).isEqualTo("AWA DIALLO");
  }
}
