package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.coding.CodeCombinations;
import org.tidemark.model.Refusal;

/** Checks by rule tables: a new one is a table and an entry, and what does not fit is refused. */
class CheckTablesTest {
  private static final String TABLE =
      """
      code,topography,except_morphology,edition
      liver,C22,8170-8175;8000,own 2026
      """;

  private static final String CHECK =
      """
      checks:
        - id: OWN-LIVER
          version: 1
          table: tumour
          severity: rare
          fields: [topography, morphology]
          combinations: {table: own_liver}
          origin: own
          message: {en: a, fr: b, es: c, pt: d}
      """;

  @TempDir private Path folder;

  @Test
  void aNewCheckIsATableAndAnEntry() throws IOException {
    Catalogue catalogue = with(TABLE, CHECK);
    assertThat(catalogue.checks())
        .hasSize(CatalogueReader.read(Optional.empty()).checks().size() + 1);
    Check own =
        catalogue.checks().stream()
            .filter(c -> c.id().equals("OWN-LIVER"))
            .findFirst()
            .orElseThrow();
    CodeCombinations table = CodeCombinations.of(Map.of(own.id(), own.combinations()));
    assertThat(table.broken("C220", "8500", "1", "50", "3", null, "7")).isEqualTo("OWN-LIVER");
    assertThat(table.broken("C220", "8170", "1", "50", "3", null, "7")).isNull();
    assertThat(table.broken("C509", "8500", "1", "50", "3", null, "7")).isNull();
    assertThat(table.broken("C220", null, "1", "50", "3", null, "7")).isNull();
  }

  @Test
  void aNewCheckOnATableThatIsThereIsOneEntry() throws IOException {
    Catalogue catalogue =
        with(TABLE, CHECK.replace("{table: own_liver}", "{table: site_histology}"));
    assertThat(catalogue.checks())
        .filteredOn(c -> c.id().equals("OWN-LIVER"))
        .singleElement()
        .satisfies(c -> assertThat(c.combinations()).hasSize(70));
  }

  @Test
  void theFirstColumnMayHoldAFieldAndAStatusChooseRows() throws IOException {
    Catalogue catalogue = CatalogueReader.read(Optional.empty());
    Check pairs =
        catalogue.checks().stream()
            .filter(c -> c.id().equals("MORPHOLOGY-BEHAVIOUR"))
            .findFirst()
            .orElseThrow();
    assertThat(pairs.combinations())
        .extracting(row -> row.get("behaviour"))
        .containsExactlyInAnyOrder("0", "1", "2", "3", "6", "9");
    assertThat(pairs.combinations())
        .extracting(Map::keySet)
        .allSatisfy(k -> assertThat(k).containsExactlyInAnyOrder("behaviour", "except_morphology"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{table: own_liver} | {table: own_livr} | own_liver",
        "'fields: [topography, morphology]' | 'fields: [topography]' | name exactly",
        "'fields: [topography, morphology]' | 'fields: [topography, morphology, age]' | name exactly",
        "'combinations: {table: own_liver}' | 'pass: age > 0\n    combinations: {table: own_liver}'"
            + " | checks",
        "'combinations: {table: own_liver}' | 'applies: age > 0\n    combinations: {table:"
            + " own_liver}' | checks",
        "'combinations: {table: own_liver}' | '' | checks",
        "{table: own_liver} | '{table: own_liver, code: stage}' | there is no field of a combination"
      })
  void anEntryThatDoesNotFitIsRefused(String piece, String by, String told) {
    assertThat(CHECK).contains(piece);
    assertThatThrownBy(() -> with(TABLE, CHECK.replace(piece, by)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "C22, C22-, topography",
    "C22, liver, topography",
    "8170-8175;8000, 8170 to 8175, except_morphology",
    "C22, '', name exactly"
  })
  void aTableThatDoesNotFitIsRefused(String piece, String by, String told) {
    assertThatThrownBy(() -> with(TABLE.replace(piece, by), CHECK))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(told);
  }

  @Test
  void aDecisionMayNameAnyCheckThatDoesNotRefuse() {
    Check rule =
        CatalogueReader.read(Optional.empty()).checks().stream()
            .filter(c -> c.id().equals("OVERRIDE-RULE"))
            .findFirst()
            .orElseThrow();
    assertThat(List.of(rule.pass().split("'")))
        .contains("SITE-HISTOLOGY", "AGE-MISSING")
        .doesNotContain("GRADE-MORPHOLOGY", "CODE-sex");
  }

  private Catalogue with(String table, String check) throws IOException {
    Files.createDirectories(folder.resolve("codes"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(folder.resolve("codes/own_liver.csv"), table);
    Files.writeString(folder.resolve("checks/own.yaml"), check);
    return CatalogueReader.read(Optional.of(folder.toString()));
  }
}
