package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.account.AccountingRow;

final class ManifestJsonTest {
  private static final String HASH = "0".repeat(64);
  private static final String TEXT =
      """
      {
        "accounting": [
          {
            "accepted": 2,
            "file": "n/1.csv",
            "merged": 0,
            "reason": "",
            "records_in": 2,
            "rejected": 0,
            "source": "north",
            "stage": "ingest"
          }
        ],
        "files": [
          {
            "bytes": 7,
            "path": "report/index.html",
            "sha256": "H"
          },
          {
            "bytes": 12,
            "path": "tables/rate.csv",
            "rows": 1,
            "sha256": "H"
          }
        ],
        "format": 1,
        "inputs": [
          {
            "bytes": 10,
            "path": "n/1.csv",
            "rows": 2,
            "sha256": "H",
            "source": "north"
          }
        ],
        "licence": "",
        "programme": "échantillon",
        "run_id": "2023-12-31-0123456789ab",
        "title": "Title",
        "versions": {
          "code": "1",
          "schemas": "2"
        }
      }
      """
          .replace("\"H\"", "\"" + HASH + "\"");

  @Test
  void isWrittenInOneForm() {
    assertThat(new String(ManifestJson.bytes(manifest()), StandardCharsets.UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void namesTheColumnsThatWereLeftOut() throws IOException {
    Manifest whole = manifest();
    Manifest manifest =
        new Manifest(
            whole.runId(),
            whole.provenance().without(Map.of("north", List.of("name", "phone"))),
            whole.files());
    byte[] bytes = ManifestJson.bytes(manifest);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .containsPattern("\"dropped\": \\{\\s*\"north\": \\[\\s*\"name\",\\s*\"phone\"");
    assertThat(ManifestJson.parse(bytes)).isEqualTo(manifest);
  }

  @Test
  void readsBack() throws IOException {
    assertThat(ManifestJson.parse(ManifestJson.bytes(manifest()))).isEqualTo(manifest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": 1 | \"format\": 2 | format that this version does not read",
        "\"rows\": 1, | \"rows\": \"1\", | rows is not a whole number",
        "\"title\": | \"titles\": | title is missing",
        "\"records_in\": 2 | \"records_in\": 3 | does not add up",
        "report/index.html | ../index.html | must lie in the run's folder",
        "2023-12-31-0123456789ab | latest | not a run id",
        "\"programme\": \"échantillon\" | \"programme\": 1 | programme is not a text"
      })
  void refusesWhatIsNoManifest(String part, String other, String why) {
    byte[] bytes = TEXT.replace(part, other).getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ManifestJson.parse(bytes))
        .withMessageContaining(why);
  }

  private static Manifest manifest() {
    return new Manifest(
        new RunId(LocalDate.of(2023, 12, 31), "0123456789ab"),
        Provenance.of(
            "échantillon",
            "Title",
            "",
            List.of(new Provenance.Input("north", "n/1.csv", 10, 2, HASH)),
            Map.of("schemas", "2", "code", "1"),
            List.of(new AccountingRow("ingest", "north", "n/1.csv", 2, 2, 0, 0, ""))),
        List.of(
            new PublishedFile("tables/rate.csv", 12, OptionalLong.of(1), HASH),
            new PublishedFile("report/index.html", 7, OptionalLong.empty(), HASH)));
  }
}
