package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A programme in a folder with a blank and an accent in its name")
class AwkwardPathTest {
  private static final String NAME = "donn\u00e9es d'\u00e9t\u00e9";

  @TempDir private Path temporary;

  @Test
  void isPublishedAndItsRecordsAreKeptBesideIt() throws IOException {
    assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
            .newEncoder()
            .canEncode(NAME),
        "skipped: the locale of this machine has no file names with accents");
    Path folder = Files.createDirectory(temporary.resolve(NAME));
    SmallProgramme programme = SmallProgramme.in(folder);
    Path out = folder.resolve("sortie d'\u00e9t\u00e9");
    Published published = Published.run(programme.programme(), out);
    assertThat(Told.command("verify", out.toString()).exitCode()).isZero();
    String run = published.current().getFileName().toString();
    Path kept = folder.resolve("sortie d'\u00e9t\u00e9-private").resolve(run);
    assertThat(names(kept)).contains("tumour", "population", "life_table");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rwx------");
    assertThat(names(temporary)).as("nothing beside the folder").containsExactly(NAME);
    assertThat(published.rows("accounting", "file", "cases.csv", "stage", "ingest"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("accepted")).isEqualTo("300"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
