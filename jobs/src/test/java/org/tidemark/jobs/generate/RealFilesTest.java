package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registries' files are as their senders wrote them. */
class RealFilesTest {
  @ParameterizedTest
  @CsvSource({
    "north/cases.csv, incidence/individual_cases.csv, 10619",
    "north/population.csv, incidence/individual_population.csv, 96",
    "colrec/cases.csv, netsurv-colrec/cases.csv, 5971",
    "colrec/life_table.csv, netsurv-colrec/lifetable_slopop.csv, 9360"
  })
  void equalTheReference(String sample, String reference, int rows) throws IOException {
    byte[] bytes = Files.readAllBytes(Places.project().resolve("sample-data").resolve(sample));
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines())
        .hasSize(rows + 1);
    assumeTrue(Places.shared().isPresent(), "the folder of reference files is not here");
    Path original = Places.shared().orElseThrow().resolve("reference").resolve(reference);
    assertThat(bytes).isEqualTo(Files.readAllBytes(original));
  }
}
