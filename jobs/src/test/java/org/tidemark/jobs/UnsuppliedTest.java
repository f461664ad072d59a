package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.ProgrammeReader;

@DisplayName("What a programme asks for and has no source of")
class UnsuppliedTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final String POPULATION =
      "  - {id: p, table: population, path: p.csv, mapping: shared}\n";
  private static final String LIFE =
      "  - {id: l, table: life_table, path: l.csv, mapping: shared}\n";

  @TempDir private Path folder;

  private List<String> unsupplied(String analyses, String coverage, String more)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("programme.yaml"),
            "programme: p\nas_of: 2020-12-31\nsources:\n"
                + "  - {id: n, table: tumour, path: n.csv, mapping: shared, coverage: %s}\n"
                    .formatted(coverage)
                + more
                + "analyses: {"
                + analyses
                + "}\n");
    return Unsupplied.of(ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE)).keys();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "population | incidence: [{by: [sex]}] | no-population",
        "population | quality: [{by: [sex]}] | ''",
        "hospital | incidence: [{by: [sex]}] | ''",
        "population | survival: [{by: [sex], method: kaplan-meier, years: [5]}] | ''",
        "population | survival: [{by: [sex], method: aalen-johansen, years: [5]}] | ''",
        "population | survival: [{by: [sex], method: pohar-perme, years: [5]}] | no-life-table",
        "hospital | survival: [{by: [sex], method: ederer-2, years: [5]}] | no-life-table"
      })
  void isTold(String coverage, String analyses, String key) throws IOException {
    List<String> keys = key.isEmpty() ? List.of() : List.of(key);
    assertThat(unsupplied(analyses, coverage, "")).isEqualTo(keys);
    assertThat(unsupplied(analyses, coverage, POPULATION + LIFE)).isEmpty();
    List<String> english = new Unsupplied(keys).told(CheckWords.in("en"));
    for (String language : List.of("fr", "es", "pt")) {
      assertThat(new Unsupplied(keys).told(CheckWords.in(language)))
          .hasSize(keys.size())
          .noneMatch(said -> said.isBlank() || english.contains(said));
    }
  }
}
