package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.publish.PublicationFolder;
import org.tidemark.publish.PublicationLock;

@DisplayName("What killed runs left is listed, and removed when asked")
class LeftoversCommandTest {
  private static final String KILLED = "2023-12-31-0123456789ab";
  private static final String WHOLE = "2022-12-31-0123456789ab";

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void aKilledRunBesideAWholeOne() throws IOException {
    folder = parent.resolve("published");
    write("runs/" + KILLED + "/tables/incidence.csv");
    write("runs/" + WHOLE + "/manifest.json");
    write("runs/notes of our own/readme.txt");
  }

  @Test
  void listedAndLeftAlone() {
    Told told = Told.command("leftovers", folder.toString());
    assertThat(told.exitCode()).isZero();
    assertThat(told.out().lines()).first().isEqualTo("runs/" + KILLED);
    assertThat(told.out()).contains("--remove").doesNotContain(WHOLE, "notes");
    assertThat(folder.resolve("runs").resolve(KILLED)).exists();
  }

  @Test
  void removedWhenAskedAndNothingElse() {
    Told told = Told.command("leftovers", folder.toString(), "--remove");
    assertThat(told.out().strip()).isEqualTo("runs/" + KILLED + ": removed");
    assertThat(folder.resolve("runs").resolve(KILLED)).doesNotExist();
    assertThat(folder.resolve("runs").resolve(WHOLE).resolve("manifest.json")).exists();
    assertThat(folder.resolve("runs/notes of our own/readme.txt")).exists();
    Told again = Told.command("leftovers", folder.toString());
    assertThat(again.out().strip()).isEqualTo("nothing is left over");
  }

  @Test
  void ofThePrivateFolderWhatNoVersionGoesWithAndNothingElse() throws IOException {
    write("../published-private/.working/tables/tumour.parquet");
    write("../published-private/unpublished/worklist.csv");
    write("../published-private/" + WHOLE + "/worklist.csv");
    Path kept = parent.resolve("published-private");
    assertThat(Told.command("leftovers", folder.toString()).out().lines())
        .contains(
            "runs/" + KILLED,
            kept.resolve(".working").toString(),
            kept.resolve("unpublished/worklist.csv").toString());
    Told told = Told.command("leftovers", folder.toString(), "--remove");
    assertThat(told.out()).contains(kept.resolve("unpublished/worklist.csv") + ": removed");
    assertThat(kept.resolve(".working")).doesNotExist();
    assertThat(kept.resolve("unpublished/worklist.csv")).doesNotExist();
    assertThat(kept.resolve(WHOLE).resolve("worklist.csv")).exists();
  }

  @Test
  void notRemovedFromUnderARun() {
    PublicationFolder publication = PublicationFolder.of(folder.toUri(), new Configuration());
    try (PublicationLock lock = publication.lock()) {
      Told told = Told.command("leftovers", folder.toString(), "--remove");
      assertThat(told.exitCode()).isEqualTo(4);
      assertThat(told.err()).contains("mend: ");
    }
    assertThat(folder.resolve("runs").resolve(KILLED)).exists();
  }

  private void write(String file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), "");
  }
}
