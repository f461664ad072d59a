package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.model.Refusal;

/**
 * Mappings of DHIS2 and REDCap, checks across tables and workbooks: every way to get them wrong.
 */
class OtherSystemsMappingTest {
  private static final String DHIS2 =
      """
      mapping: own
      table: screening_report
      columns: {orgUnit: site_id, period: period}
      dhis2:
        elements: {"*_NUM": {field: screened, as: age_band, set: {programme: CERV_VIA}}}
      """;

  private static final String REDCAP =
      """
      mapping: own
      table: tb_meeting
      columns: {site: site_id, redcap_event_name: meeting_id}
      redcap:
        instrument: board
        event: visit_arm_1
        checkboxes: {specialties: {column: present, answers: {"1": A, "2": B}}}
      """;

  private static final String ACROSS =
      """
      checks:
        - id: OWN-CHECK
          version: 1
          table: screening_report
          severity: query
          fields: [site_id]
          across: {kind: sum, key: [site_id, period], amounts: [screened]}
          origin: own
          message: {en: a, fr: b, es: c, pt: d}
      """;

  @TempDir Path folder;

  private Catalogue read(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return CatalogueReader.read(Optional.of(folder.toString()));
  }

  @Test
  void valuesOfDhis2FillTheColumnsThatTheyName() throws IOException {
    Mapping own = read("mappings/own.yaml", DHIS2).mappings().get("own");
    assertThat(own.columns())
        .containsOnlyKeys("orgUnit", "period", "screened", "age_band", "programme");
    Dhis2Layout layout = own.layout().dhis2();
    assertThat(layout.element("X_NUM").orElseThrow().set())
        .isEqualTo(Map.of("age_band", "X", "programme", "CERV_VIA"));
    assertThat(layout.element("X_DEN")).isEmpty();
    assertThat(layout.option("default")).contains(Map.of());
    assertThat(layout.option("AGE")).isEmpty();
    assertThat(own.withdrawing()).containsExactly(Dhis2Layout.DELETED);
  }

  @Test
  void aFormOfRedcapBecomesInputsExpressionsAndRowsThatAreNone() throws IOException {
    Mapping own = read("mappings/own.yaml", REDCAP).mappings().get("own");
    assertThat(own.inputs().keySet())
        .containsExactlyInAnyOrder("redcap_repeat_instrument", "present___1", "present___2");
    assertThat(own.derive().get("specialties")).contains("`present___2` = '1', 'B'");
    assertThat(own.ignore()).containsExactly("record_id", "redcap_repeat_instance");
    assertThat(own.rules().optional())
        .containsExactlyInAnyOrder("redcap_event_name", "redcap_repeat_instrument");
    assertThat(own.rules().exclude().get(RedcapBlock.OTHER))
        .contains("COALESCE(`redcap_repeat_instrument`, '') <> 'board'")
        .contains("COALESCE(`meeting_id`, '') <> 'visit_arm_1'");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("mappings/own.yaml", DHIS2, "*_NUM", "A_NUM", "no asterisk"),
        arguments("mappings/own.yaml", DHIS2, "as: age_band, ", "", "fills no field"),
        arguments("mappings/own.yaml", DHIS2, "screened", "screend", "no field"),
        arguments("mappings/own.yaml", DHIS2, "orgUnit:", "orgunit:", "orgUnit"),
        arguments("mappings/own.yaml", REDCAP, "specialties", "speciality", "no field"),
        arguments("mappings/own.yaml", REDCAP, "{site:", "{x: specialties, site:", "one origin"),
        arguments("mappings/own.yaml", REDCAP, "A,", "\"A'); --\",", "answers"),
        arguments("checks/own.yaml", ACROSS, "query", "invalid", "cannot refuse"),
        arguments("checks/own.yaml", ACROSS, "[screened]", "[screend]", "no field"),
        arguments("checks/own.yaml", ACROSS, "kind: sum,", "kind: sum, table: sit,", "no table"),
        arguments(
            "checks/own.yaml",
            ACROSS,
            "kind: sum,",
            "kind: sum, other_key: [site_id],",
            "as long"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsRefusedWithItsPlace(
      String file, String text, String piece, String by, String said) {
    assertThat(text).contains(piece);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                read(
                    file,
                    text.replaceFirst(
                        piece.replace("*", "\\*").replace("[", "\\[").replace("{", "\\{"), by)));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains("own.yaml").contains(said);
  }

  private static Refusal programme(Path folder, String source) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.yaml"),
            "programme: p\nas_of: 2023-12-31\nsources: [{id: s, " + source + "}]\n");
    Catalogue catalogue = CatalogueReader.read(Optional.empty());
    return catchThrowableOfType(
        Refusal.class, () -> ProgrammeReader.read(file.toString(), Map.of(), catalogue));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table: site, path: a.json, format: dhis2, mapping: shared | what the data elements are",
        "table: indicator_value, path: a.json, mapping: dhis2-indicators | write format: dhis2",
        "tables: [site], path: a.csv, mapping: shared | only workbooks",
        "tables: [site, sites], path: a.xlsx, mapping: shared | there is no table",
        "tables: [site], path: a.xlsx, mapping: shared, text: {delimiter: ';'} | leave the key out",
        "path: a.xlsx, mapping: shared | table",
        "table: site, tables: [site], path: a.xlsx, mapping: shared | table"
      })
  void aSourceSaysWhatItHoldsAndNothingElse(String source, String said) throws IOException {
    assertThat(programme(folder, source)).isNotNull();
    assertThat(programme(folder, source).getMessage()).contains(said);
  }
}
