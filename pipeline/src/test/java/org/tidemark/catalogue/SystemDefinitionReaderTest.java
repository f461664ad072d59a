package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.SystemDefinition.Table;
import org.tidemark.catalogue.SystemDefinition.Type;
import org.tidemark.catalogue.SystemDefinition.Variable;
import org.tidemark.model.Refusal;

/** A registry's own description of its database, in its own words. */
class SystemDefinitionReaderTest {
  @Test
  void readsTheTrainingRegistry() {
    SystemDefinition system = SystemDefinitionReader.read("TRN.xml", Canreg.shared("TRN.xml"));
    assertThat(system.registryCode()).isEqualTo("TRN");
    assertThat(system.registryName()).isEqualTo("Training Cancer Registry");
    assertThat(system.language()).isEqualTo("en");
    assertThat(system.variables()).hasSize(45);
    assertThat(system.dictionaries()).hasSize(14);
    assertThat(system.standard("Age"))
        .contains(new Variable("Age", "Age", "Age", Table.TUMOUR, Type.NUMBER, 3, "", "Age"));
    assertThat(system.variable("LabNo"))
        .contains(
            new Variable("LabNo", "Path lab nº", "-24-", Table.SOURCE, Type.ALPHA, 8, "", ""));
    assertThat(system.dictionary("Topography"))
        .contains(new SystemDefinition.Dictionary(3, "Topography", true, 3));
    assertThat(system.coding())
        .isEqualTo(new SystemDefinition.Coding("1", "2", "9", "0", "/", 4, 0));
  }

  @Test
  void readsTheDefinitionForAnalysesWithoutADatabase() {
    SystemDefinition system = SystemDefinitionReader.read("ADHOC.xml", Canreg.shared("ADHOC.xml"));
    assertThat(system.registryCode()).isEqualTo("ADHOC");
    assertThat(system.variables()).hasSize(36);
    assertThat(system.standard("AddressCode").orElseThrow().length()).isEqualTo(100);
    assertThat(system.standard("Surname")).isEmpty();
  }

  @Test
  void findsRenamedAndTranslatedVariablesByTheirStandardNames() {
    SystemDefinition system = Canreg.nord();
    assertThat(system.standard("IncidenceDate").orElseThrow().shortName()).isEqualTo("DateInc");
    assertThat(system.standard("incidencedate")).isEqualTo(system.standard("IncidenceDate"));
    assertThat(system.standard("RegistrationNo", "PatientID").orElseThrow().fullName())
        .isEqualTo("Numéro du patient");
    assertThat(system.standard("FirstName").orElseThrow().shortName()).isEqualTo("Prénom");
    assertThat(system.variable("DateInc").orElseThrow().type()).isEqualTo(Type.DATE);
    assertThat(system.coding().male()).isEqualTo("H");
    assertThat(system.variable("incidence")).isEmpty();
  }

  @Test
  void readsTheEncodingThatTheFileDeclares() {
    Charset latin = Charset.forName("windows-1252");
    String text = new String(Canreg.own(Canreg.NORD), StandardCharsets.UTF_8);
    byte[] xml = text.replace("encoding=\"UTF-8\"", "encoding=\"windows-1252\"").getBytes(latin);
    assertThat(SystemDefinitionReader.read("n.xml", xml)).isEqualTo(Canreg.nord());
    byte[] wrong = text.getBytes(latin);
    assertThat(refusal(wrong)).hasMessageContaining("is not text in the encoding that it declares");
    byte[] none = text.replace("UTF-8", "no-such-encoding").getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(none)).hasMessageContaining("is not text in the encoding that it declares");
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    assertThat(SystemDefinitionReader.read("n.xml", marked)).isEqualTo(Canreg.nord());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "canreg xmlns| other xmlns| line 3: is not a CanReg5 system definition",
        "netbeans| notbeans| line 3: is not a CanReg5 system definition",
        "<cr5:general>| <cr5:general><cr5:general>| is not well-formed XML",
        "cr5:coding>| cr5:codes>| has no block 'coding'",
        "cr5:general>| cr5:generals>| has no block 'general'",
        "cr5:variable>| cr5:wariable>| has no variables",
        "<cr5:variable_type>Date<| <cr5:variable_type>Time<| its variable_type is not one of those",
        "<cr5:table>Source<| <cr5:table>Sauce<| its table is not one of those",
        "<cr5:variable_length>3<| <cr5:variable_length>drei<| its variable_length is not a whole",
        "<cr5:short_name>Nom<| <cr5:short_name>Sexe<| two variables, 'Sexe' and 'Sexe', have the"
            + " short name Sexe",
        "_name>Age<| _name>sex<| two variables, 'Sexe' and 'AgeInc', have the standard name sex",
        "<cr5:short_name>Nom<| <cr5:short_name><| has a variable without a short name"
      })
  void refusesWhatIsNotADefinition(String from, String to, String message) {
    String good = new String(Canreg.own(Canreg.NORD), StandardCharsets.UTF_8);
    String bad = good.replace(from, to.strip());
    assertThat(bad).isNotEqualTo(good);
    Refusal refusal = refusal(bad.getBytes(StandardCharsets.UTF_8));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
    assertThat(refusal.getMessage()).startsWith("system.xml").contains(message.strip());
  }

  @Test
  void readsNothingOutsideTheFile() {
    List<String> prologues =
        List.of(
            "<!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE c SYSTEM \"http://127.0.0.1:1/canreg.dtd\">",
            "<!DOCTYPE c [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]>");
    for (String prologue : prologues) {
      String good = new String(Canreg.own(Canreg.NORD), StandardCharsets.UTF_8);
      String bad = good.replaceFirst("<!--", prologue + "<!--").replace(">NORD<", ">&e;<");
      assertThat(refusal(bad.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("has a document type or an entity");
    }
  }

  @Test
  void refusesWhatIsTooLargeTooDeepOrTooLong() {
    assertThat(refusal(new byte[TextFiles.LIMIT + 1])).hasMessageContaining("larger than 4 MiB");
    String open = "<canreg xmlns=\"" + SystemDefinitionReader.NAMESPACE + "\">";
    assertThat(refusal((open + "<a>".repeat(30)).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("nested too deeply");
    assertThat(refusal((open + "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("too long a text");
    assertThat(refusal(new byte[0])).hasMessageContaining("is not well-formed XML");
  }

  private static Refusal refusal(byte[] xml) {
    return catchThrowableOfType(
        Refusal.class, () -> SystemDefinitionReader.read("system.xml", xml));
  }
}
