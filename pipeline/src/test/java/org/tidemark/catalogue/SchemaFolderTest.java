package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is packed is what lies in {@code schemas/}. */
class SchemaFolderTest {
  private static final Path SCHEMAS = Path.of("..", "schemas");

  private static List<String> onDisk() throws IOException {
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> SCHEMAS.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals("index.txt") && !name.startsWith("README"))
          .sorted()
          .toList();
    }
  }

  @Test
  void theIndexNamesEveryFileOnce() throws IOException {
    assertThat(Files.readAllLines(SCHEMAS.resolve("index.txt"))).isEqualTo(onDisk());
  }

  @Test
  void thePackedTextsAreThoseOnDisk() throws IOException {
    SchemaFolder packed = SchemaFolder.packed();
    for (String name : onDisk()) {
      assertThat(packed.file(name).text())
          .as(name)
          .isEqualTo(Files.readString(SCHEMAS.resolve(name)));
    }
  }

  @Test
  void theVersionIsStableAndTellsContentsApart() {
    String version = SchemaFolder.packed().version();
    assertThat(version).matches("[0-9a-f]{64}").isEqualTo(SchemaFolder.packed().version());
  }

  @Test
  void aFileKnowsItsStem() {
    assertThat(SchemaFolder.packed().file("tables/tumour.json").stem()).isEqualTo("tumour");
    assertThat(SchemaFolder.packed().in("meta"))
        .extracting(SchemaFolder.Document::stem)
        .contains("programme.schema");
  }
}
