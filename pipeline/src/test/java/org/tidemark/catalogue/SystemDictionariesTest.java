package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Refusal;

/** The dictionaries of a registry become checks of the fields that its columns fill. */
class SystemDictionariesTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final String PROGRAMME =
      """
      programme: small
      as_of: 2023-12-31
      sources:
        - {id: nord, table: tumour, path: export.txt, mapping: canreg5, definition: system.xml,
           dictionary: codes.txt}
      """;

  @TempDir Path folder;

  @BeforeEach
  void definition() throws IOException {
    Files.write(folder.resolve("system.xml"), Canreg.own(Canreg.NORD));
  }

  private SourceRules rules(String programme, byte[] dictionary) throws IOException {
    Files.write(folder.resolve("codes.txt"), dictionary);
    Path file = Files.writeString(folder.resolve("p.yaml"), programme);
    Programme read = ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE);
    return read.mapping(read.sources().get(0), CATALOGUE).rules();
  }

  private List<Check> checks(String programme, byte[] dictionary) throws IOException {
    return rules(programme, dictionary).checks().stream()
        .filter(c -> c.id().startsWith(SystemDictionaries.RULE))
        .toList();
  }

  /** A dictionary by the name that the definition gives it. */
  private static String list(String name, String... codes) {
    int id = Canreg.nord().dictionary(name).orElseThrow().id();
    return "#" + id + "\t----" + name + "\n" + String.join("\t.\n", codes) + "\t.\n\n";
  }

  private static String dictionaryOf(String standardName) {
    return Canreg.nord().standard(standardName).orElseThrow().dictionary();
  }

  private static Check one(List<Check> checks, String field) {
    return checks.stream().filter(c -> c.id().equals("CANREG-CODE-" + field)).findFirst().get();
  }

  @Test
  void aCodeIsAskedAboutAsTheFieldHoldsIt() throws IOException {
    String text =
        list(dictionaryOf("Sex"), "H", "F", "I", "X")
            + list(dictionaryOf("Topography"), "50", "500", "509")
            + list(dictionaryOf("BasisDiagnosis"), "0", "7");
    List<Check> checks = checks(PROGRAMME, text.getBytes(StandardCharsets.UTF_8));

    assertThat(checks).hasSize(3).allMatch(c -> c.severity() == Check.Severity.QUERY);
    assertThat(one(checks, "sex").pass()).isEqualTo("CAST(sex AS STRING) IN ('1', '2', '9', 'X')");
    assertThat(one(checks, "topography").pass())
        .isEqualTo("RIGHT(topography, 3) IN ('500', '509')");
    assertThat(one(checks, "basis").applies()).isEqualTo("basis IS NOT NULL");
    assertThat(one(checks, "sex").message().values())
        .hasSize(4)
        .allMatch(m -> m.contains("Sexe") && m.contains(dictionaryOf("Sex")));
  }

  @Test
  void theRegistrysOwnWordsAreKnownForCodesThatAreNotRecoded() throws IOException {
    String sexes = list(dictionaryOf("Sex"), "H", "F", "I").replace("I\t.", "X\tautre\u0007 sexe");
    String basis =
        list(dictionaryOf("BasisDiagnosis"), "3").replace("3\t.", "3\t" + "m".repeat(50));
    byte[] text =
        (sexes + basis + list(dictionaryOf("Topography"), "509")).getBytes(StandardCharsets.UTF_8);
    assertThat(rules(PROGRAMME, text).words())
        .containsEntry("sex", Map.of("X", "autre  sexe"))
        .containsEntry("basis", Map.of("3", "m".repeat(40)))
        .doesNotContainKey("topography");
  }

  @Test
  void aListThatIsNotInTheFileAsksNothing() throws IOException {
    assertThat(checks(PROGRAMME, "#98\t----Autre\n1\tun\n".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(checks(PROGRAMME.replace(",\n     dictionary: codes.txt", ""), new byte[0]))
        .isEmpty();
  }

  @Test
  void theFileIsDecodedAsTheSourceSays() throws IOException {
    byte[] text =
        (list(dictionaryOf("Sex"), "H") + "#97\t----Décès\n1\toui\n")
            .getBytes(Charset.forName("windows-1252"));
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> checks(PROGRAMME, text));
    assertThat(refusal).hasMessageContaining("codes.txt").hasMessageContaining("UTF-8");
    String said = PROGRAMME.replace("codes.txt", "codes.txt, text: {encoding: windows-1252}");
    assertThat(checks(said, text)).hasSize(1);
  }

  @Test
  void allListsOfTheTrainingRegistryServe() throws IOException {
    Files.write(folder.resolve("system.xml"), Canreg.shared("TRN.xml"));
    List<Check> checks = checks(PROGRAMME, Canreg.shared("trn-dictionary.txt"));
    assertThat(checks)
        .extracting(c -> c.fields().get(0))
        .contains("sex", "topography", "morphology", "behaviour", "basis", "area");
  }
}
