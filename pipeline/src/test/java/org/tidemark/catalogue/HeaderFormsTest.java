package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that CanReg5 lets its users choose for the columns of one export. */
class HeaderFormsTest {
  private static final HeaderForms FORMS = HeaderForms.of(Canreg.nord());

  @ParameterizedTest
  @CsvSource({
    "DateInc, DateInc",
    "DATEINC, DateInc",
    "IncidenceDate, DateInc",
    "Incidence date, DateInc",
    "Date d’incidence, DateInc",
    "PRÉNOM*, Prénom",
    "TumourID, TumourID",
    "Remarque, Remarque",
    "Date, Date"
  })
  void everyFormMeansItsVariable(String header, String column) {
    assertThat(FORMS.column(header)).isEqualTo(column);
  }

  @Test
  void everyVariableOfEveryRegistryIsFoundUnderItsOwnShortName() {
    for (byte[] xml :
        List.of(Canreg.own(Canreg.NORD), Canreg.shared("TRN.xml"), Canreg.shared("ADHOC.xml"))) {
      SystemDefinition system = SystemDefinitionReader.read("s.xml", xml);
      HeaderForms forms = HeaderForms.of(system);
      assertThat(system.variables())
          .allSatisfy(v -> assertThat(forms.column(v.shortName())).isEqualTo(v.shortName()))
          .filteredOn(v -> !v.standardName().isEmpty())
          .allSatisfy(v -> assertThat(forms.column(v.standardName())).isEqualTo(v.shortName()));
    }
  }

  @Test
  void categoriesDescriptionsAndNumberedSourcesAreAdded() {
    assertThat(List.of("Topo (cat)", "TOPO (desc)", "Topographie (desc)", "HOPITAL1", "NumLabo12"))
        .allMatch(FORMS::added);
    assertThat(List.of("Topo", "Topo (note)", "Remarque (cat)", "Topo1", "HOPITAL123", " (cat)"))
        .noneMatch(FORMS::added);
  }

  @Test
  void aLabelOfTwoVariablesMeansNeither() {
    String text = new String(Canreg.own(Canreg.NORD), StandardCharsets.UTF_8);
    byte[] twice =
        text.replace("full_name>Stade<", "full_name>Latéralité<").getBytes(StandardCharsets.UTF_8);
    HeaderForms forms = HeaderForms.of(SystemDefinitionReader.read("s.xml", twice));
    assertThat(forms.column("Latéralité")).isEqualTo("Latéralité");
    assertThat(FORMS.column("Latéralité")).isEqualTo("Lateral");
  }

  @Test
  void exactNamesMeanThemselves() {
    assertThat(HeaderForms.EXACT.column("ID*")).isEqualTo("ID*");
    assertThat(HeaderForms.EXACT.added("id (cat)")).isFalse();
  }
}
