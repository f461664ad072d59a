package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.Refusal;

/** A source that names its registry's system definition needs no mapping written by hand. */
class SystemMappingTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final String PROGRAMME =
      """
      programme: small
      as_of: 2023-12-31
      sources:
        - id: nord
          table: tumour
          path: export.txt
          mapping: canreg5
          definition: system.xml
      """;

  @TempDir Path folder;

  @BeforeEach
  void definition() throws IOException {
    Files.write(folder.resolve("system.xml"), Canreg.own(Canreg.NORD));
  }

  private Programme read(String... more) {
    try {
      String text = PROGRAMME + String.join("", List.of(more)).replaceAll("(?m)^", "    ");
      Path file = Files.writeString(folder.resolve("p.yaml"), text.stripTrailing());
      return ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Mapping mapping(String... more) {
    Programme programme = read(more);
    return programme.mapping(programme.sources().get(0), CATALOGUE);
  }

  /** Changes the definition that lies in the folder. */
  private void define(String from, String to) throws IOException {
    String text = new String(Canreg.own(Canreg.NORD), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    Files.writeString(folder.resolve("system.xml"), text.replace(from, to));
  }

  @Test
  void columnsGoByTheRegistrysOwnNames() {
    assertThat(mapping().columns())
        .containsOnly(
            Map.entry("NumPat", "patient_id"),
            Map.entry("TumourID", "tumour_id"),
            Map.entry("Sexe", "sex"),
            Map.entry("DateNaiss", "birth_date"),
            Map.entry("AgeInc", "age"),
            Map.entry("DateInc", "incidence_date"),
            Map.entry("Topo", "topography"),
            Map.entry("Morpho", "morphology"),
            Map.entry("Comport", "behaviour"),
            Map.entry("Diff", "grade"),
            Map.entry("BaseDg", "basis"),
            Map.entry("DerNouv", "last_contact_date"),
            Map.entry("Etat", "vital_status"),
            Map.entry("Commune", "area"));
  }

  @Test
  void codesAndFormsAreThoseOfTheDefinition() {
    Mapping mapping = mapping();
    assertThat(mapping.constants())
        .containsOnly(Map.entry("registry_id", "NORD"), Map.entry("basis_scheme", "canreg5"));
    assertThat(mapping.recode().get("sex"))
        .containsOnly(Map.entry("H", "1"), Map.entry("F", "2"), Map.entry("I", "9"));
    assertThat(mapping.missing())
        .containsEntry("age", List.of("999"))
        .containsEntry("birth_date", List.of("99999999", "00000000"));
    assertThat(mapping.spelling().dates())
        .containsOnlyKeys("birth_date", "incidence_date", "last_contact_date")
        .containsValue(DateForm.of("yyyyMMdd"));
    assertThat(mapping.notSupplied())
        .contains("stage", "laterality", "site_id", "age_days")
        .doesNotContain("registry_id", "basis_scheme", "sex");
    assertThat(mapping.personIds()).isTrue();
  }

  @Test
  void everyColumnOfTheRegistryIsKnownAndNamesAreToldAsDropped() {
    Mapping mapping = mapping();
    assertThat(Canreg.nord().variables())
        .allSatisfy(
            v ->
                assertThat(
                        mapping.columns().containsKey(v.shortName())
                            ^ mapping.inputs().containsKey(v.shortName())
                            ^ mapping.ignore().contains(v.shortName()))
                    .as(v.shortName())
                    .isTrue());
    assertThat(mapping.rules().dropped())
        .containsExactlyInAnyOrder("Nom", "Prénom", "NomJF", "NumLabo");
    assertThat(mapping.ignore()).containsAll(mapping.rules().dropped()).contains("Hopital");
  }

  @Test
  void aFileMayLackWhatARecordCanDoWithout() {
    assertThat(mapping().rules().optional())
        .contains(
            "NumPat", "DateNaiss", "AgeInc", "Diff", "Etat", "Controle", "PatientRecordStatus")
        .doesNotContain("TumourID", "Sexe", "Topo", "DateInc", "BaseDg", "StatutFiche");
  }

  @Test
  void withdrawnRecordsAndTheRegistrysOwnVerdictsAreRules() {
    SourceRules rules = mapping().rules();
    assertThat(rules.exclude().keySet()).containsExactly("CANREG-DELETED", "CANREG-OBSOLETE");
    assertThat(rules.exclude().get("CANREG-DELETED"))
        .contains("`StatutFiche` = '2'")
        .contains("`PatientRecordStatus` = '2'");
    assertThat(rules.checks())
        .extracting(Check::id, Check::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CANREG-CHECK-AMBIGUOUS", Check.Severity.QUERY),
            org.assertj.core.groups.Tuple.tuple("CANREG-CHECK-INVALID", Check.Severity.QUERY),
            org.assertj.core.groups.Tuple.tuple("CANREG-REGISTERED-BEFORE", Check.Severity.QUERY),
            org.assertj.core.groups.Tuple.tuple("CANREG-REGISTERED-LATER", Check.Severity.QUERY));
    assertThat(rules.years()).containsExactly("PatientIDTumourTable");
    assertThat(rules.optional()).contains("PatientIDTumourTable");
    assertThat(rules.checks())
        .allSatisfy(c -> assertThat(c.message()).containsOnlyKeys("en", "fr", "es", "pt"));
    assertThat(rules.reads("Controle")).isTrue();
    assertThat(rules.reads("StatutFiche")).isFalse();
  }

  @Test
  void theProgrammeGoesBeforeTheDefinition() {
    Mapping mapping =
        mapping(
            """
            columns: {Lateral: laterality, Stade: stage}
            constants: {area: North, basis_scheme: iacr}
            recode: {stage: {I: "1"}}
            dates: {birth_date: dd/MM/yyyy}
            ignore: [Remarque]
            text: {delimiter: ";", encoding: windows-1252}
            """);
    assertThat(mapping.columns())
        .containsEntry("Lateral", "laterality")
        .containsEntry("Stade", "stage")
        .doesNotContainKey("Commune");
    assertThat(mapping.constants())
        .containsEntry("area", "North")
        .containsEntry("basis_scheme", "iacr");
    assertThat(mapping.recode()).containsKeys("sex", "stage");
    assertThat(mapping.spelling().dates()).containsEntry("birth_date", DateForm.of("dd/MM/yyyy"));
    assertThat(mapping.ignore()).contains("Remarque", "Commune");
    assertThat(mapping.text()).isEqualTo(new TextFormat(';', '"', "windows-1252", false));
  }

  @Test
  void theEndingTellsTabsFromCommas() {
    assertThat(mapping().text().delimiter()).isEqualTo('\t');
    Map<String, String> csv = Map.of("sources.0.path", "export.csv.gz");
    Programme programme = ProgrammeReader.read(folder + "/p.yaml", csv, CATALOGUE);
    assertThat(programme.ownMappings().get("nord").text().delimiter()).isEqualTo(',');
  }

  @Test
  void anAddressThatIsTextIsNoArea() throws IOException {
    Files.write(folder.resolve("system.xml"), Canreg.shared("ADHOC.xml"));
    Mapping mapping = mapping();
    assertThat(mapping.columns()).doesNotContainKey("Addr");
    assertThat(mapping.rules().dropped()).contains("Addr");
    assertThat(mapping.columns()).containsEntry("Stat", "vital_status");
  }

  @Test
  void readsTheTrainingRegistry() throws IOException {
    Files.write(folder.resolve("system.xml"), Canreg.shared("TRN.xml"));
    Mapping mapping = mapping();
    assertThat(mapping.columns())
        .containsEntry("RegNo", "patient_id")
        .containsEntry("Addr", "area")
        .containsEntry("Stat", "vital_status")
        .containsEntry("DLC", "last_contact_date");
    assertThat(mapping.constants()).containsEntry("registry_id", "TRN");
    assertThat(mapping.rules().dropped())
        .containsExactlyInAnyOrder("FamN", "FirstN", "MaidN", "MidN", "LabNo", "CasNo");
    assertThat(mapping.notSupplied()).contains("grade", "stage");
  }

  @Test
  void unknownAgeFollowsTheLengthOfTheVariable() throws IOException {
    define("<cr5:variable_length>3<", "<cr5:variable_length>2<");
    assertThat(mapping().missing()).containsEntry("age", List.of("99"));
  }

  @Test
  void aDateOfTenPlacesIsReadAsItIsShown() throws IOException {
    define(
        "Date</cr5:variable_type>\n      <cr5:variable_length>8",
        "Date</cr5:variable_type>\n      <cr5:variable_length>10");
    assertThat(mapping().spelling().dates())
        .containsEntry("incidence_date", DateForm.of("dd/MM/yyyy"));
    String text = Files.readString(folder.resolve("system.xml"));
    Files.writeString(
        folder.resolve("system.xml"),
        text.replace("date_format>0<", "date_format>2<").replace("_separator>/<", "_separator>-<"));
    assertThat(mapping().spelling().dates())
        .containsEntry("incidence_date", DateForm.of("yyyy-MM-dd"));
  }

  @Test
  void aLongMorphologyCarriesTheBehaviour() throws IOException {
    define("morphology_length>4<", "morphology_length>5<");
    assertThat(mapping().columns())
        .containsEntry("Morpho", "morphology")
        .containsEntry("Comport", "behaviour");
    String text = Files.readString(folder.resolve("system.xml"));
    Files.writeString(
        folder.resolve("system.xml"),
        text.replace("<cr5:standard_variable_name>Behaviour<", "<cr5:standard_variable_name><"));
    assertThat(mapping().columns()).doesNotContainValue("behaviour");
    assertThat(mapping().notSupplied()).doesNotContain("behaviour");
  }

  @Test
  void withoutPatientIdsEachRecordIsItsOwnPerson() throws IOException {
    define("<cr5:standard_variable_name>PatientID<", "<cr5:standard_variable_name><");
    assertThat(mapping().personIds()).isFalse();
    assertThat(mapping().notSupplied()).contains("patient_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: {Lateralite: laterality}| /columns: there is no variable 'Lateralite'| Lateral",
        "columns: {Lateral: side}| /columns: there is no field 'side'| nearest",
        "constants: {aera: North}| /constants: there is no field 'aera'| area",
        "dates: {date: yyyy}| /dates: there is no field| nearest",
        "constants: {registry_id: ''}| has no registry code| registry_id",
        "colums: {Lateral: laterality}| there is no key 'colums'| columns"
      })
  void refusesWithPlaceAndMend(String more, String message, String mend) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> mapping(more));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
    assertThat(refusal.getMessage()).contains(message.strip());
  }

  @Test
  void aVariableWithoutAStandardNameCanBeNamed() throws IOException {
    define("<cr5:standard_variable_name>Topography<", "<cr5:standard_variable_name><");
    assertThat(catchThrowableOfType(Refusal.class, () -> mapping()))
        .hasMessageContaining("bears the standard name for: topography")
        .hasMessageContaining("columns:");
    assertThat(mapping("columns: {Topo: topography}").columns())
        .containsEntry("Topo", "topography");
  }

  @Test
  void aColumnOfARuleMayNotBearTheNameOfAField() throws IOException {
    define(">StatutFiche<", ">STAGE<");
    assertThat(catchThrowableOfType(Refusal.class, () -> mapping()))
        .hasMessageContaining("the variable 'STAGE' of system.xml bears the name of a field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "          definition: system.xml| made from the registry's system definition",
        "definition: system.xml| definition: ../system.xml: leaves",
        "mapping: canreg5| mapping: north: maps the table",
        "definition: system.xml| definition: none.xml: cannot be read as a file",
        "definition: system.xml| columns: {Topo: topography}: only a source with a definition"
      })
  void theDefinitionGoesWithItsMapping(String from, String change) throws IOException {
    String[] parts = change.strip().split(": ");
    String to =
        parts.length == 1
            ? ""
            : parts[0] + ": " + String.join(": ", List.of(parts).subList(1, parts.length - 1));
    String text = PROGRAMME.replace(from.strip(), to);
    assertThat(text).isNotEqualTo(PROGRAMME);
    Path file = Files.writeString(folder.resolve("q.yaml"), text);
    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE)))
        .hasMessageContaining(parts[parts.length - 1]);
  }

  @Test
  void theSameDefinitionGivesTheSameSettings() {
    assertThat(mapping().settings()).isEqualTo(mapping().settings());
    assertThat(mapping("constants: {area: North}").settings()).isNotEqualTo(mapping().settings());
  }
}
