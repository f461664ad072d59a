package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.model.Refusal;
import org.tidemark.publish.CrashHarness.Child;

/** A disk whose n-th call fails, for every n until all calls are through. */
final class FaultTest {
  @TempDir private Path place;
  private PublicationFolder sound;
  private String oldPointer;

  @BeforeEach
  void publishOldVersion() throws IOException {
    sound = SampleTables.folder(place);
    SampleTables.publish(sound, 1);
    oldPointer = Files.readString(place.resolve("CURRENT"));
  }

  @AfterEach
  void mendDisk() {
    FaultyFileSystem.CALLS_LEFT.set(Integer.MAX_VALUE);
  }

  @Test
  void everyCallOfTheTableWritersMayFail() throws IOException {
    PublicationFolder faulty = PublicationFolder.of(place.toUri(), faultyDisk());
    assertThat(callsUntilSuccess(faulty, LocalDisk.of(place.toUri()))).isGreaterThan(30);
  }

  @Test
  void everyCallOfTheCommitMayFail() throws IOException {
    Disk disk = FaultyDisk.over(LocalDisk.of(place.toUri()));
    assertThat(callsUntilSuccess(sound, disk)).isGreaterThan(10);
  }

  /** Publishes a new version with a failing n-th call, for n = 1, 2, … until none fails. */
  private int callsUntilSuccess(PublicationFolder folder, Disk disk) throws IOException {
    int n = 1;
    while (failsAt(n, n + 1, folder, disk)) {
      assertThat(Verification.verify(sound).findings()).as("call %d", n).isEmpty();
      SampleTables.publish(sound, n + 1);
      assertThat(sound.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(n + 1));
      assertThat(Verification.verify(sound).findings()).as("after call %d", n).isEmpty();
      n++;
    }
    assertThat(sound.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(n + 1));
    return n;
  }

  /** What readers see is the old version unless the new one was whole before the call failed. */
  private boolean failsAt(int n, int variant, PublicationFolder folder, Disk disk)
      throws IOException {
    String before = Files.readString(place.resolve("CURRENT"));
    List<Phase> reached = new ArrayList<>();
    FaultyFileSystem.CALLS_LEFT.set(n);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> {
              try (PublicationLock lock = folder.lock(disk)) {
                SampleTables.publish(lock, variant, 50, (phase, name) -> reached.add(phase));
              }
            });
    boolean failed = FaultyFileSystem.CALLS_LEFT.getAndSet(Integer.MAX_VALUE) <= 0;
    assertThat(refusal != null).as("call %d", n).isEqualTo(failed);
    if (failed) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MACHINE);
      assertThat(refusal).hasMessageContaining(place.toString()).hasMessageContaining("mend:");
    }
    assertThat(Files.readString(place.resolve("CURRENT")).equals(before))
        .as("call %d", n)
        .isEqualTo(!reached.contains(Phase.AFTER_RENAME));
    return failed;
  }

  @Test
  void refusedRenameOfTheManifestIsAFailure() throws IOException {
    Path run = place.resolve("runs").resolve(SampleTables.runId(2).toString());
    PublishListener obstacle =
        (phase, name) -> {
          if (phase == Phase.BEFORE_MANIFEST) {
            assertThat(run.resolve("manifest.json/full").toFile().mkdirs()).isTrue();
          }
        };
    try (PublicationLock lock = sound.lock()) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> SampleTables.publish(lock, 2, 50, obstacle))
          .withMessageContaining("manifest.json: cannot be written");
    }
    assertThat(Files.readString(place.resolve("CURRENT"))).isEqualTo(oldPointer);
  }

  /**
   * The system's limit on file sizes fails a write in the midst of a table, as a full disk does.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 64})
  void fullDiskIsNamedAndTheOldVersionStays(int kilobytes) throws Exception {
    Child child =
        CrashHarness.of(PublishingChild.class)
            .with("-XX:-UsePerfData")
            .under("ulimit -f " + kilobytes)
            .start(place.toString(), "50000", "2");
    assertThat(child.exit()).isEqualTo(Refusal.Kind.MACHINE.exitCode());
    assertThat(child.rest()).contains("tables/rate: cannot be written", "mend:");
    assertThat(Files.readString(place.resolve("CURRENT"))).isEqualTo(oldPointer);
    assertThat(Verification.verify(sound).findings()).isEmpty();
    assertThat(SampleTables.publish(sound, 2)).isTrue();
  }

  @Test
  void placeThatCannotBeAFolderIsAFailureOfTheMachine() throws IOException {
    Path file = Files.writeString(place.resolve("file"), "");
    PublicationFolder folder = SampleTables.folder(file.resolve("out"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(folder::lock)
        .withMessageContaining("cannot be written")
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.MACHINE);
  }

  private static Configuration faultyDisk() {
    Configuration conf = new Configuration(false);
    conf.set("fs.file.impl", FaultyFileSystem.class.getName());
    conf.setBoolean("fs.file.impl.disable.cache", true);
    return conf;
  }
}
