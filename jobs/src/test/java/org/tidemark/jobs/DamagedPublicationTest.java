package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A damaged publication is mended by publishing again")
class DamagedPublicationTest {
  @TempDir private Path folder;

  @Test
  void whoseManifestIsGone() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    Told first = Told.run(programme.programme(), programme.out(), "--set", "as_of=2022-12-31");
    assertThat(first.exitCode()).as(first.err()).isZero();
    Path current = programme.out().resolve("CURRENT");
    String run = Files.readString(current).split(" ")[0];
    Files.delete(programme.out().resolve("runs").resolve(run).resolve("manifest.json"));
    Told verified = Told.command("verify", programme.out().toString());
    assertThat(verified.exitCode()).isEqualTo(2);

    Told again = Told.run(programme.programme(), programme.out(), "--set", "as_of=2023-12-31");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).contains("warning", "the last publication is damaged");
    assertThat(Files.readString(current)).startsWith("2023-12-31-");
    assertThat(Told.command("verify", programme.out().toString()).exitCode()).isZero();
  }
}
