package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.model.Refusal;

/** Whatever happens to a published file, verification names it. */
final class VerificationTest {
  @TempDir private Path place;
  private PublicationFolder folder;
  private Path run;

  @BeforeEach
  void publish() {
    folder = SampleTables.folder(place);
    SampleTables.publish(folder, 1);
    run = place.resolve("runs").resolve(SampleTables.runId(1).toString());
  }

  @Test
  void untouchedPublicationHasNoFindings() {
    assertThat(Verification.verify(folder).findings()).isEmpty();
    assertThat(Verification.verify(folder).files()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datapackage.json",
        "report/index.html",
        "tables/note.csv",
        "tables/note.parquet",
        "tables/rate.csv",
        "tables/rate.parquet"
      })
  void flippedByteIsNamed(String path) throws IOException {
    byte[] bytes = Files.readAllBytes(run.resolve(path));
    for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      Files.write(run.resolve(path), flipped);
      named(path, "has not the SHA-256 of the manifest");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"datapackage.json", "report/index.html", "tables/rate.parquet"})
  void deletedFileIsNamed(String path) throws IOException {
    Files.delete(run.resolve(path));
    named(path, "is missing");
  }

  @Test
  void cutFooterIsNamed() throws IOException {
    Path parquet = run.resolve("tables/rate.parquet");
    byte[] bytes = Files.readAllBytes(parquet);
    Files.write(parquet, Arrays.copyOf(bytes, bytes.length - 20));
    named("tables/rate.parquet", "has " + (bytes.length - 20) + " bytes, not " + bytes.length);
  }

  @Test
  void foreignFileIsNamed() throws IOException {
    Files.copy(run.resolve("tables/rate.parquet"), run.resolve("tables/part-1.parquet"));
    named("tables/part-1.parquet", "is not in the manifest");
    Files.delete(run.resolve("tables/part-1.parquet"));
    Files.writeString(run.resolve("tables/.rate.csv.crc"), "crc");
    named("tables/.rate.csv.crc", "is not in the manifest");
  }

  @Test
  void exchangedFilesAreNamed() throws IOException {
    Files.copy(
        run.resolve("tables/note.csv"),
        run.resolve("tables/rate.csv"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(Verification.verify(folder).findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "2023-12-31-0123",
        "2023-12-31-0123456789ab\n",
        "2023-12-31-0123456789ab 00ff\n",
        "2023-13-31-0123456789ab {sha}\n",
        "../../2023-12-31-0123456789ab {sha}\n",
        "2023-12-31-0123456789ab {sha}",
        "2023-12-31-0123456789ab {sha}\nmore\n"
      })
  void tornPointerIsNamed(String line) throws IOException {
    Files.writeString(place.resolve("CURRENT"), line.replace("{sha}", "0".repeat(64)));
    assertThat(Verification.verify(folder).findings())
        .containsExactly(
            new Verification.Finding("CURRENT", "is torn: not one line of a run id and a hash"));
  }

  @Test
  void pointerToNothingIsNamed() throws IOException {
    Files.writeString(place.resolve("CURRENT"), "2023-12-31-0123456789ab " + "0".repeat(64) + "\n");
    assertThat(Verification.verify(folder).findings())
        .containsExactly(
            new Verification.Finding("runs/2023-12-31-0123456789ab/manifest.json", "is missing"));
  }

  @Test
  void changedManifestIsNamed() throws IOException {
    Path manifest = run.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"rows\": 50", "\"rows\": 49"));
    named("manifest.json", "has not the SHA-256 that CURRENT gives");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1", "{\"format\": 2}", "{\"format\": 1, \"format\": 1}"})
  void manifestThatIsNoneIsNamed(String text) throws IOException {
    Files.writeString(run.resolve("manifest.json"), text);
    pointTo(text);
    named("manifest.json", "cannot be read as a manifest");
  }

  @Test
  void manifestOfAnotherVersionIsNamed() throws IOException {
    Path manifest = run.resolve("manifest.json");
    String other =
        Files.readString(manifest)
            .replace(SampleTables.runId(1).toString(), SampleTables.runId(2).toString());
    Files.writeString(manifest, other);
    pointTo(other);
    named("manifest.json", "is the manifest of another version");
  }

  @Test
  void manifestCannotReachOutOfItsFolder() throws IOException {
    Path manifest = run.resolve("manifest.json");
    String other = Files.readString(manifest).replace("\"report/index.html\"", "\"../../CURRENT\"");
    Files.writeString(manifest, other);
    pointTo(other);
    named("manifest.json", "cannot be read as a manifest");
  }

  @Test
  void rowsAreCountedNotBelieved() throws IOException {
    for (String table : List.of("tables/rate.csv", "tables/rate.parquet")) {
      byte[] bytes = Files.readAllBytes(run.resolve(table));
      PublishedFile claim =
          new PublishedFile(table, bytes.length, OptionalLong.of(51), Hashes.hex(bytes));
      assertThat(
              FileCheck.of(
                      folder.files(),
                      new org.apache.hadoop.fs.Path(run.resolve(table).toUri()),
                      claim)
                  .fault())
          .contains("has 50 rows, not 51");
    }
  }

  @Test
  void folderWithoutAPublicationIsRefused() throws IOException {
    Files.delete(place.resolve("CURRENT"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Verification.verify(folder))
        .withMessageContaining("holds no publication")
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.OPERATOR);
  }

  private void named(String path, String what) {
    assertThat(Verification.verify(folder).findings())
        .containsExactly(
            new Verification.Finding("runs/" + SampleTables.runId(1) + "/" + path, what));
  }

  private void pointTo(String manifest) throws IOException {
    String hash = Hashes.hex(manifest.getBytes(StandardCharsets.UTF_8));
    Files.write(place.resolve("CURRENT"), new Current(SampleTables.runId(1), hash).bytes());
  }
}
