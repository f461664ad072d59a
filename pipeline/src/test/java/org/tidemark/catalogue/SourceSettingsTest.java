package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.Refusal;

/** What a source says itself goes before its mapping's file. */
class SourceSettingsTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  @TempDir Path folder;

  private Mapping mapping(String source) {
    try {
      Path file =
          Files.writeString(
              folder.resolve("p.yaml"),
              "programme: p\nas_of: 2023-12-31\nsources: [{id: s, table: tumour, "
                  + source
                  + "}]\n");
      Programme programme = ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE);
      return programme.mapping(programme.sources().get(0), CATALOGUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aConstantTakesThePlaceOfWhateverTheMappingSaid() {
    Mapping own =
        mapping("path: c.csv, mapping: nordcan, constants: {registry_id: NOR, area: Nord, t: X}");
    assertThat(own.constants())
        .containsOnly(
            Map.entry("registry_id", "NOR"),
            Map.entry("area", "Nord"),
            Map.entry("t", "X"),
            Map.entry("basis_scheme", "iacr"));
    assertThat(own.columns()).doesNotContainKey("region").containsEntry("pat", "patient_id");
    assertThat(own.ignore()).contains("region", "flag_dob");
    assertThat(own.notSupplied()).doesNotContain("t").contains("n");
    Mapping derived = mapping("path: c.csv, mapping: encr-jrc, constants: {birth_date: 1950}");
    assertThat(derived.derive()).doesNotContainKey("birth_date").containsKey("incidence_date");
    assertThat(own.settings()).isNotEqualTo(CATALOGUE.mappings().get("nordcan").settings());
  }

  @Test
  void textIsCutAsTheSourceSaysAndElseAsTheMapping() {
    assertThat(mapping("path: c.csv, mapping: encr-jrc").text().delimiter()).isEqualTo(';');
    TextFormat text =
        mapping("path: c.csv, mapping: encr-jrc, text: {encoding: windows-1250}").text();
    assertThat(text.delimiter()).isEqualTo(';');
    assertThat(text.encoding()).isEqualTo("windows-1250");
    assertThat(mapping("path: c.csv, mapping: shared, text: {delimiter: \"|\"}").shared()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path: c.csv, mapping: nordcan, constants: {aera: N}| there is no field 'aera'",
        "path: c.csv, mapping: nordcan, recode: {sex: {M: '1'}}| only a source with a definition",
        "path: c.csv, mapping: seer-prep| the mapping is of files in fixed columns",
        "path: c.txd, format: fixed, mapping: nordcan| does not say where the columns are",
        "path: c.txd, format: fixed, mapping: shared| does not say where the columns are",
      })
  void whatDoesNotGoTogetherIsRefused(String source, String message) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> mapping(source));
    assertThat(refusal).hasMessageContaining(message.strip());
  }

  @Test
  void aSourceOfOtherFilesIsTheSameInAllElse() {
    Source whole =
        new Source(
            "s",
            "tumour",
            "a.csv",
            SourceFormat.CSV,
            "m",
            Source.Beyond.NEAREST,
            Source.Between.LINEAR,
            Source.EVEN,
            "space",
            "2023-01-01",
            List.of("tumour", "site"),
            Source.Coverage.HOSPITAL);
    assertThat(whole.at("b.csv"))
        .usingRecursiveComparison()
        .ignoringFields("path")
        .isEqualTo(whole);
    assertThat(whole.at("b.csv").path()).isEqualTo("b.csv");
  }
}
