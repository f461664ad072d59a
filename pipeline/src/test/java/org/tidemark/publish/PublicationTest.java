package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.viewfs.ViewFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Refusal;

final class PublicationTest {
  @TempDir private Path temporary;
  private Path place;
  private PublicationFolder folder;

  @BeforeEach
  void folder() {
    place = temporary.resolve("out dir");
    folder = SampleTables.folder(place);
  }

  @Test
  void firstVersionIsWholeAndCurrent() throws IOException {
    assertThat(folder.current()).isEmpty();
    assertThat(SampleTables.publish(folder, 1)).isTrue();

    Current current = folder.current().orElseThrow();
    assertThat(current.runId()).isEqualTo(SampleTables.runId(1));
    assertThat(Files.readString(place.resolve("CURRENT")))
        .isEqualTo(current.runId() + " " + current.manifestSha256() + "\n");
    assertThat(Verification.verify(folder))
        .isEqualTo(new Verification(Optional.of(current.runId()), 6, List.of()));
    assertThat(paths())
        .containsExactly(
            ".lock",
            "CURRENT",
            "runs/R/datapackage.json",
            "runs/R/manifest.json",
            "runs/R/report/index.html",
            "runs/R/tables/note.csv",
            "runs/R/tables/note.parquet",
            "runs/R/tables/rate.csv",
            "runs/R/tables/rate.parquet");
  }

  @Test
  void manifestTellsWhereTheFiguresComeFrom() {
    SampleTables.publish(folder, 1);
    Manifest manifest = folder.manifest(SampleTables.runId(1));
    assertThat(manifest.provenance()).isEqualTo(SampleTables.provenance(1));
    assertThat(manifest.files()).extracting(PublishedFile::path).isSorted().hasSize(6);
  }

  @Test
  void publishingAgainIsNothingToDo() throws IOException {
    SampleTables.publish(folder, 1);
    Map<String, String> before = contents();
    assertThat(SampleTables.publish(folder, 1)).isFalse();
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void sameInputGivesTheSameBytesInAnotherFolder() throws IOException {
    SampleTables.publish(folder, 1);
    Map<String, String> first = contents();
    place = temporary.resolve("elsewhere");
    SampleTables.publish(SampleTables.folder(place), 1);
    assertThat(contents()).isEqualTo(first);
  }

  @Test
  void newVersionLeavesTheOldOneUntouched() throws IOException {
    SampleTables.publish(folder, 1);
    Map<String, String> old = contents();
    SampleTables.publish(folder, 2);
    assertThat(folder.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(2));
    old.remove("CURRENT");
    old.remove(".lock");
    assertThat(contents()).containsAllEntriesOf(old);
  }

  @Test
  void wholeVersionThatIsNotCurrentIsPointedToAsItIs() throws IOException {
    SampleTables.publish(folder, 1);
    Map<String, String> first = contents();
    SampleTables.publish(folder, 2);
    assertThat(SampleTables.publish(folder, 1)).isFalse();
    assertThat(folder.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(1));
    assertThat(contents()).containsAllEntriesOf(first);
  }

  @Test
  void phasesComeInOrder() {
    List<String> phases = new ArrayList<>();
    try (PublicationLock lock = folder.lock()) {
      SampleTables.publish(lock, 1, 5, (phase, name) -> phases.add(phase + name));
    }
    assertThat(phases)
        .containsExactly(
            "START",
            "TABLErate",
            "TABLEnote",
            "TABLEreport/index.html",
            "BEFORE_MANIFEST",
            "AFTER_MANIFEST",
            "BEFORE_RENAME",
            "AFTER_RENAME",
            "CLEAN_UP");
  }

  @Test
  void whatAKilledRunLeftIsListedAndClearedByTheNextOfItsName() throws IOException {
    Path run = place.resolve("runs").resolve(SampleTables.runId(1).toString());
    Files.createDirectories(run.resolve("tables"));
    Files.writeString(run.resolve("tables/other.csv"), "half");
    Files.writeString(run.resolve("manifest.json.tmp"), "half");
    Files.writeString(place.resolve("CURRENT.tmp"), "half");
    assertThat(folder.leftovers()).containsExactly(SampleTables.runId(1).toString());

    assertThat(SampleTables.publish(folder, 1)).isTrue();
    assertThat(folder.leftovers()).isEmpty();
    assertThat(Verification.verify(folder).findings()).isEmpty();
    assertThat(paths()).noneMatch(p -> p.endsWith(".tmp"));
  }

  @Test
  void damagedVersionIsNeitherUsedNorRemoved() throws IOException {
    SampleTables.publish(folder, 1);
    Path table =
        place.resolve("runs").resolve(SampleTables.runId(1).toString()).resolve("tables/rate.csv");
    Files.delete(table);
    Map<String, String> before = contents();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> SampleTables.publish(folder, 1))
        .withMessageContaining("tables/rate.csv is missing")
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.OPERATOR);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void readersRefuseADamagedPointerAndTheNextVersionMendsIt() throws IOException {
    SampleTables.publish(folder, 1);
    Files.writeString(place.resolve("CURRENT"), SampleTables.runId(1) + " 0123");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> folder.current())
        .withMessageContaining("not one line");
    assertThat(SampleTables.publish(folder, 2)).isTrue();
    assertThat(Verification.verify(folder).findings()).isEmpty();
  }

  @Test
  void readersRefuseAManifestThatCurrentDoesNotName() throws IOException {
    SampleTables.publish(folder, 1);
    Path manifest =
        place.resolve("runs").resolve(SampleTables.runId(1).toString()).resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest) + " ");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> folder.current())
        .withMessageContaining("is not the manifest that CURRENT names");
    Files.delete(manifest);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> folder.current())
        .withMessageContaining("without a manifest");
  }

  @Test
  void pointerReplacedByAStrangerIsNotOverwritten() throws IOException {
    SampleTables.publish(folder, 1);
    String stranger = SampleTables.runId(9) + " " + "0".repeat(64) + "\n";
    PublishListener intruder =
        (phase, name) -> {
          if (phase == Phase.AFTER_MANIFEST) {
            write(place.resolve("CURRENT"), stranger);
          }
        };
    try (PublicationLock lock = folder.lock()) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> SampleTables.publish(lock, 2, 5, intruder))
          .withMessageContaining("CURRENT was replaced");
    }
    assertThat(Files.readString(place.resolve("CURRENT"))).isEqualTo(stranger);
  }

  @Test
  void filesStayInTheirPlaces() {
    try (PublicationLock lock = folder.lock()) {
      Publication publication =
          lock.begin(SampleTables.runId(1), PublishListener.SILENT).orElseThrow();
      for (String path :
          List.of("../x", "/x", "report/../../x", "", "manifest.json", "tables/x.csv", "a//b")) {
        assertThatIllegalArgumentException()
            .as(path)
            .isThrownBy(() -> publication.file(path, new byte[0]));
      }
      publication.file("report/brief.html", new byte[0]);
      assertThatIllegalStateException()
          .isThrownBy(() -> publication.file("report/brief.html", new byte[0]))
          .withMessageContaining("published twice");
    }
  }

  @Test
  void otherFileSystemsAreRefusedUntilTested() {
    PublicationFolder far = PublicationFolder.of(URI.create("viewfs://far/out"), farAway());
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(far::lock)
        .withMessageContaining("only local disks");
  }

  private static Configuration farAway() {
    Configuration conf = new Configuration(false);
    conf.set("fs.viewfs.mounttable.far.link./out", "file:///out");
    conf.set("fs.viewfs.impl", ViewFileSystem.class.getName());
    return conf;
  }

  private List<String> paths() throws IOException {
    return List.copyOf(contents().keySet());
  }

  /** Every file but the lock's text, by path with the run's name as R, and its hash. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = place.relativize(file).toString();
        String name = path.replace(SampleTables.runId(1).toString(), "R");
        all.put(name, name.equals(".lock") ? "" : Hashes.hex(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
