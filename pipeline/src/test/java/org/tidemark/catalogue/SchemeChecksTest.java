package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Refusal;

@DisplayName("The edition and the scheme in which a source codes")
class SchemeChecksTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  @TempDir Path folder;

  private Mapping read(String... lines) throws IOException {
    Path file = Files.createDirectories(folder.resolve("mappings")).resolve("own.yaml");
    Files.writeString(
        file,
        "mapping: own\ntable: tumour\ncolumns: {n: tumour_id, s: stage}\n"
            + String.join("\n", lines)
            + "\n");
    return CatalogueReader.read(Optional.of(folder.toString())).mappings().get("own");
  }

  private static Check check(String id) {
    return CATALOGUE.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void areConstantsOfTheMapping() throws IOException {
    assertThat(read("edition: ICD-O-3.1", "basis: encr").constants())
        .containsEntry("icdo_edition", "ICD-O-3.1")
        .containsEntry("basis_scheme", "encr");
  }

  @Test
  void areSaidOnce() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read("basis: encr", "constants: {basis_scheme: iacr}"))
        .withMessageContaining("'basis_scheme' has more than one origin");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read("edition: ICD-O-4"))
        .withMessageContaining("own.yaml");
  }

  @Test
  void theStageAsSentIsSuppliedOnlyWhereItIsRead() throws IOException {
    assertThat(read("stage: {scheme: figo}").notSupplied()).isEmpty();
    assertThat(read("stage: {scheme: figo}").spelling().stage())
        .contains(new StageForm("figo", false));
    assertThat(read().notSupplied()).containsExactly("stage_raw");
  }

  @Test
  void aCodeOfAnotherEditionIsAFindingAndInTheList() {
    assertThat(check("MORPHOLOGY-EDITION").severity()).isEqualTo(Check.Severity.QUERY);
    assertThat(check("MORPHOLOGY-EDITION").pass())
        .contains("'9703'")
        .contains("icdo_edition < 'ICD-O-3.2' AND morphology IN ('8023'");
    assertThat(check("CODE-morphology").pass()).contains("'9703'").contains("'8000'");
    List<String> listed = CATALOGUE.codes().get("morphology").codes();
    assertThat(CATALOGUE.codes().get("morphology_dropped").codes())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(listed);
    assertThat(listed).containsAll(CATALOGUE.codes().get("morphology_added").codes());
  }
}
