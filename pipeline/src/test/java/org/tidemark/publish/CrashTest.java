package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.publish.CrashHarness.Child;

/** Runs that die at each step: readers see the old version or the new one, and nobody mends. */
final class CrashTest {
  private static final int ROWS = 2000;

  @TempDir private Path temporary;
  private Path place;
  private PublicationFolder folder;
  private Map<String, String> oldVersion;

  @BeforeEach
  void publishOldVersion() throws IOException {
    place = temporary.resolve("out");
    folder = SampleTables.folder(place);
    publish(1);
    oldVersion = version(1);
  }

  @ParameterizedTest
  @CsvSource({
    "START, 1",
    "TABLE:rate, 1",
    "TABLE:note, 1",
    "TABLE:report/index.html, 1",
    "BEFORE_MANIFEST, 1",
    "AFTER_MANIFEST, 1",
    "BEFORE_RENAME, 1",
    "AFTER_RENAME, 2",
    "CLEAN_UP, 2"
  })
  void haltAtAStepLeavesAWholeVersion(String step, int seen) throws Exception {
    Child child = child("-D" + HaltingListener.HALT + "=" + step, 2);
    assertThat(child.exit()).as(child.rest()).isEqualTo(HaltingListener.HALTED);

    assertThat(folder.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(seen));
    holdsAndGoesOn(2);
  }

  @Test
  void killWhileWaitingAtAStepFreesTheLock() throws Exception {
    Child child = child("-D" + HaltingListener.WAIT + "=BEFORE_RENAME", 2);
    child.await("reached BEFORE_RENAME");
    child.kill();
    assertThat(Files.exists(place.resolve("CURRENT.tmp"))).isTrue();
    holdsAndGoesOn(2);
  }

  @Test
  void tenKillsAtRandomMoments() throws Exception {
    killAtRandomMoments(10, 20_231_231);
  }

  @Test
  @Tag("slow")
  void fiftyKillsAtRandomMoments() throws Exception {
    killAtRandomMoments(50, 7);
  }

  /** Each child publishes versions until it is killed, and begins where the one before it died. */
  private void killAtRandomMoments(int kills, long seed) throws Exception {
    Random moments = new Random(seed);
    String[] variants = new String[60];
    int last = 1;
    for (int kill = 0; kill < kills; kill++) {
      for (int i = 0; i < variants.length; i++) {
        variants[i] = Integer.toString(last + 1 + i);
      }
      String[] arguments = new String[variants.length + 2];
      arguments[0] = place.toString();
      arguments[1] = Integer.toString(ROWS);
      System.arraycopy(variants, 0, arguments, 2, variants.length);
      Child child = CrashHarness.of(PublishingChild.class).start(arguments);
      child.await("reached START");
      Thread.sleep(moments.nextInt(1200));
      child.kill();
      last = holdsWhatTheChildSaid(child, last);
    }
    holdsAndGoesOn(last + 1);
  }

  /**
   * The version that readers see is the last one the child finished, or the one it was about to.
   */
  private int holdsWhatTheChildSaid(Child child, int before) throws IOException {
    List<String> said = child.rest().lines().filter(l -> l.startsWith("published ")).toList();
    int finished = before + said.size();
    RunId seen = folder.current().orElseThrow().runId();
    assertThat(seen).isIn(SampleTables.runId(finished), SampleTables.runId(finished + 1));
    assertThat(Verification.verify(folder).findings()).isEmpty();
    assertThat(version(1)).isEqualTo(oldVersion);
    return seen.equals(SampleTables.runId(finished)) ? finished : finished + 1;
  }

  /** What is there is whole, and the next run needs nobody's help. */
  private void holdsAndGoesOn(int next) throws IOException {
    assertThat(Verification.verify(folder).findings()).isEmpty();
    assertThat(version(1)).isEqualTo(oldVersion);
    publish(next);
    assertThat(folder.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(next));
    assertThat(Verification.verify(folder).findings()).isEmpty();
    assertThat(Files.exists(place.resolve("CURRENT.tmp"))).isFalse();
    assertThat(version(next)).isEqualTo(uninterrupted(next));
  }

  private Map<String, String> uninterrupted(int variant) throws IOException {
    Path elsewhere = temporary.resolve("uninterrupted");
    try (PublicationLock lock = SampleTables.folder(elsewhere).lock()) {
      SampleTables.publish(lock, variant, ROWS, PublishListener.SILENT);
    }
    return hashes(elsewhere.resolve("runs").resolve(SampleTables.runId(variant).toString()));
  }

  private Map<String, String> version(int variant) throws IOException {
    return hashes(place.resolve("runs").resolve(SampleTables.runId(variant).toString()));
  }

  private void publish(int variant) {
    try (PublicationLock lock = folder.lock()) {
      SampleTables.publish(lock, variant, ROWS, PublishListener.SILENT);
    }
  }

  private Child child(String option, int variant) {
    return CrashHarness.of(PublishingChild.class)
        .with(option)
        .start(place.toString(), Integer.toString(ROWS), Integer.toString(variant));
  }

  private static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(file).toString(), Hashes.hex(Files.readAllBytes(file)));
      }
    }
    return all;
  }
}
