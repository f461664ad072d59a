package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file cut exactly at a line end is told by nothing but what its sender says of it. */
class ControlTotalTest {
  private static final String SENT = "id\n1\n\n2\n";

  @TempDir Path dir;

  @Test
  void aFileThatAgreesIsAccepted() {
    Folder folder = Folder.of(dir, "*.csv", "id").put("f.csv", SENT);
    String hash = folder.accepted().sha256();
    folder.put("f.csv.sha256", hash.toUpperCase(java.util.Locale.ROOT) + "  f.csv\n");
    folder.put("f.csv.total.json", "{\"records\": 2, \"bytes\": 8}");
    assertThat(folder.accepted().records()).isEqualTo(2);
  }

  @Test
  void aFileWithAnotherHashIsRefused() {
    Folder folder = Folder.of(dir, "*.csv", "id").put("f.csv", SENT);
    folder.put("f.csv.sha256", "0".repeat(64));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-CONTROL-TOTAL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"records\": 3}",
        "{\"bytes\": 9}",
        "{\"records\": 2, \"records\": 2}",
        "{\"rows\": 2}",
        "{\"records\": \"2\"}",
        "{\"records\": 2",
        "[2]",
        ""
      })
  void aFileWithAnotherTotalOrAnUnclearOneIsRefused(String total) {
    Folder folder = Folder.of(dir, "*.csv", "id").put("f.csv", SENT);
    folder.put("f.csv.total.json", total);
    assertThat(folder.refused().rule()).isEqualTo("INGEST-CONTROL-TOTAL");
  }
}
