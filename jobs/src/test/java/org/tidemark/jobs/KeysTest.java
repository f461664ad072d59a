package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.ProgrammeReader;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Refusal;

@DisplayName("The key of a run")
class KeysTest {
  private static final String OWN = "cd".repeat(32);

  @TempDir private Path folder;

  private Programme programme() throws IOException {
    SmallProgramme small = SmallProgramme.in(folder);
    return ProgrammeReader.read(
        small.programme().toString(), Map.of(), CatalogueReader.read(Optional.empty()));
  }

  @Test
  void isThatOfTheEnvironmentBeforeThatOfTheProgramme() throws IOException {
    Programme programme = programme();
    assertThat(Keys.of(programme, Map.of()).demonstration()).isTrue();
    assertThat(Keys.of(programme, Map.of("TIDEMARK_KEY", " ")).demonstration()).isTrue();
    assertThat(Keys.of(programme, Map.of("TIDEMARK_KEY", OWN)).id())
        .isEqualTo(PseudonymKey.parse("", OWN).id());
  }

  @Test
  void isRefusedByItsPlace() throws IOException {
    Programme programme = programme();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Keys.of(programme, Map.of("TIDEMARK_KEY", "hush")))
        .withMessageContaining("environment variable TIDEMARK_KEY")
        .withMessageNotContaining("hush");
  }
}
