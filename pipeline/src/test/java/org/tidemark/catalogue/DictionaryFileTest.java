package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.Refusal;

/** Dictionaries of a registry as code lists. */
class DictionaryFileTest {
  @Test
  void readsTheDictionariesOfTheTrainingRegistry() {
    String text = new String(Canreg.shared("trn-dictionary.txt"), StandardCharsets.US_ASCII);
    Map<Integer, CodeTable> lists = DictionaryFile.read("trn.txt", text, "TRN");
    SystemDefinition system = SystemDefinitionReader.read("TRN.xml", Canreg.shared("TRN.xml"));

    assertThat(lists).hasSize(14);
    system
        .dictionaries()
        .forEach(d -> assertThat(lists.get(d.id()).name()).isEqualToIgnoringCase(d.name()));
    assertThat(lists.get(6).rows())
        .containsExactly(
            Map.of("code", "1", "label", "Male", "edition", "TRN"),
            Map.of("code", "2", "label", "Female", "edition", "TRN"),
            Map.of("code", "9", "label", "Unknown", "edition", "TRN"));
    assertThat(lists.get(7).codes()).hasSize(10);
    assertThat(lists.get(4).codes()).allMatch(code -> code.matches("[89][0-9]{3}"));
  }

  @Test
  void topographiesOfACompoundDictionaryAreTheWholeCodes() {
    String text = new String(Canreg.shared("trn-dictionary.txt"), StandardCharsets.US_ASCII);
    CodeTable topography = DictionaryFile.read("trn.txt", text, "TRN").get(3);
    assertThat(topography.codes()).hasSize(401).contains("00", "509");
    assertThat(DictionaryFile.wholeCodes(topography, 3))
        .contains("000", "509", "809")
        .doesNotContain("00", "50")
        .allMatch(code -> code.matches("[0-9]{3}"));
    assertThat(DictionaryFile.wholeCodes(topography, 0)).isEqualTo(topography.codes());
  }

  @Test
  void readsAnyLineEndsBlanksAndLabels() {
    String text =
        "#0\t----Sexe\r\nH\tHomme\r\nF\t\r\n\r\n\r\n#7\tÉtat vital\r\n1\tVivant – suivi\r\n";
    Map<Integer, CodeTable> lists = DictionaryFile.read("d.txt", text, "Nord 2020");
    assertThat(lists.keySet()).containsExactly(0, 7);
    assertThat(lists.get(0).codes()).containsExactly("H", "F");
    assertThat(lists.get(0).column("label")).containsExactly("Homme", "");
    assertThat(lists.get(7).name()).isEqualTo("État vital");
    assertThat(lists.get(7).column("label")).containsExactly("Vivant – suivi");
  }

  @Test
  void aCodeMayStandInTwoDictionaries() {
    String text = "#0\t----A\n1\tone\n#1\t----B\n1\tun\n";
    assertThat(DictionaryFile.read("d.txt", text, "e").get(1).codes()).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;secret| 1: has a code before",
        "#0;----A/secret| 2: is neither",
        "#0;----A/ ;secret| 2: is neither",
        "#0;----A/1;x/1;secret| 3: has a code that its dictionary has already",
        "#0;----A/1;x/#0;----secret| 3: begins a dictionary that the file has already",
        "#x;----secret| 1: has a code before"
      })
  void namesTheLineAndNotWhatItSays(String text, String message) {
    String lines = text.replace('/', '\n').replace(';', '\t');
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> DictionaryFile.read("d.txt", lines, "e"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
    assertThat(refusal.getMessage()).contains("d.txt, line " + message.strip());
    assertThat(refusal.getMessage()).doesNotContain("secret");
  }
}
