package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.Refusal;
import org.tidemark.publish.CrashHarness.Child;

/** Two runs on one folder, and readers beside a run. */
final class ConcurrentRunsTest {
  @TempDir private Path place;

  @Test
  void secondProcessIsRefusedAndToldWhoPublishes() throws Exception {
    PublicationFolder folder = SampleTables.folder(place);
    Child first =
        CrashHarness.of(PublishingChild.class)
            .with("-D" + HaltingListener.WAIT + "=AFTER_MANIFEST")
            .start(place.toString(), "10", "1");
    first.await("reached AFTER_MANIFEST");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(folder::lock)
        .withMessageContaining(
            "run " + SampleTables.runId(1) + ", process " + first.process().pid() + "@")
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.LOCKED);
    first.kill();
    assertThat(SampleTables.publish(folder, 1)).isFalse();
    assertThat(Verification.verify(folder).findings()).isEmpty();
  }

  @Test
  void ofTwoProcessesTheSecondRefusesAndTheFirstPublishes() throws Exception {
    Path go = place.resolve("go");
    Path target = place.resolve("out");
    Child first =
        CrashHarness.of(PublishingChild.class)
            .with("-D" + HaltingListener.WAIT + "=TABLE:rate")
            .with("-D" + HaltingListener.GO + "=" + go)
            .start(target.toString(), "500", "1");
    first.await("reached TABLE:rate");
    Child second = CrashHarness.of(PublishingChild.class).start(target.toString(), "500", "2");
    assertThat(second.exit()).isEqualTo(Refusal.Kind.LOCKED.exitCode());
    assertThat(second.rest()).contains("another run is writing here");
    Files.writeString(go, "");
    assertThat(first.exit()).as(first.rest()).isZero();

    PublicationFolder folder = SampleTables.folder(target);
    assertThat(folder.current().orElseThrow().runId()).isEqualTo(SampleTables.runId(1));
    assertThat(Verification.verify(folder).findings()).isEmpty();
    assertThat(folder.leftovers()).isEmpty();
  }

  @Test
  void processesThatRaceWinOrRefuseOrFollow() throws Exception {
    for (int round = 0; round < 3; round++) {
      Path target = place.resolve("round" + round);
      CrashHarness harness = CrashHarness.of(PublishingChild.class);
      Child one = harness.start(target.toString(), "5000", "1", "2", "3");
      Child other = harness.start(target.toString(), "5000", "4", "5", "6");
      List<Integer> exits = List.of(one.exit(), other.exit());
      assertThat(exits).as(one.rest() + other.rest()).contains(0).isSubsetOf(0, 4);

      PublicationFolder folder = SampleTables.folder(target);
      assertThat(Verification.verify(folder).findings()).isEmpty();
      assertThat(folder.current().orElseThrow().runId())
          .isIn(SampleTables.runId(3), SampleTables.runId(6));
      assertThat(folder.leftovers()).isEmpty();
    }
  }

  @Test
  void runOfTheSameProcessIsRefusedAndTheLockHolds() throws Exception {
    PublicationFolder folder = SampleTables.folder(place);
    try (PublicationLock lock = folder.lock()) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(folder::lock)
          .withMessageContaining("this process");
      Child child = CrashHarness.of(PublishingChild.class).start(place.toString(), "10", "1");
      assertThat(child.exit()).isEqualTo(Refusal.Kind.LOCKED.exitCode());
      assertThat(SampleTables.publish(lock, 1, 10, PublishListener.SILENT)).isTrue();
    }
    assertThat(SampleTables.publish(folder, 2)).isTrue();
  }

  /** Every read checks the manifest's hash, every 20th all files. */
  @Test
  void readersBesideARunSeeWholeVersionsOnly() {
    PublicationFolder folder = SampleTables.folder(place);
    SampleTables.publish(folder, 1);
    AtomicInteger reads = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Set<RunId>> reader =
        CompletableFuture.supplyAsync(
            () -> {
              Set<RunId> seen = new HashSet<>();
              while (!done.get()) {
                RunId runId = folder.current().orElseThrow().runId();
                seen.add(runId);
                if (reads.incrementAndGet() % 20 == 0) {
                  assertThat(Verification.of(folder, runId).findings()).isEmpty();
                }
              }
              return seen;
            });
    int published = 1;
    while (!reader.isDone() && (published < 20 || reads.get() < 1000)) {
      published++;
      SampleTables.publish(folder, published);
    }
    done.set(true);
    assertThat(reader.join()).hasSizeGreaterThan(5);
    assertThat(reads.get()).isGreaterThanOrEqualTo(1000);
  }
}
