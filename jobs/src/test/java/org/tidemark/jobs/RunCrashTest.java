package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job in a process of its own, halted at each step of publishing and killed at random
 * moments: readers see the old version or the new one, whole, and the next run needs no repair.
 */
@DisplayName("A publication is whole or absent")
class RunCrashTest {
  private static final int HALTED = 137;
  private static final long SEED = 7;
  private static final String OLD = "as_of=2022-12-31";
  private static final String NEW = "as_of=2023-12-31";

  @TempDir private static Path old;

  @TempDir private Path folder;
  private SmallProgramme programme;

  @BeforeAll
  static void publishTheOldVersion() throws IOException {
    SmallProgramme programme = SmallProgramme.in(old);
    Told told = Told.run(programme.programme(), programme.out(), "--set", OLD);
    assertThat(told.exitCode()).as(told.err()).isZero();
  }

  @BeforeEach
  void beginWithTheOldVersion() throws IOException {
    FileUtils.copyDirectory(old.toFile(), folder.toFile());
    programme = SmallProgramme.madeIn(folder);
  }

  @Test
  void haltedAtEachPhase() throws Exception {
    haltedAt(
        List.of(
            "START",
            "TABLE:incidence",
            "TABLE:report/index.html",
            "BEFORE_MANIFEST",
            "AFTER_MANIFEST",
            "BEFORE_RENAME",
            "AFTER_RENAME",
            "CLEAN_UP"));
  }

  @Test
  @Tag("slow")
  void haltedAtEachTable() throws Exception {
    haltedAt(
        Stream.of("incidence", "quality", "survival", "accounting", "finding")
            .map(table -> "TABLE:" + table)
            .toList());
  }

  @Test
  void killedBetweenTheRenameAndTheKeepingOfItsRecordsTheNextRunKeepsThem() throws Exception {
    ChildJvm child = child("-Dtidemark.halt=AFTER_RENAME");
    assertThat(child.waitFor()).as(child.told()).isEqualTo(HALTED);
    String run = current().split(" ")[0];
    assertThat(run).startsWith("2023-12-31-");
    assertThat(kept(run)).as("the records of a version that readers see").doesNotExist();
    Told told = Told.run(programme.programme(), programme.out(), "--set", NEW);
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.err()).contains("nothing to do: " + run);
    assertThat(current()).startsWith(run);
    assertVerified();
    assertThat(kept(run).resolve("tumour")).exists();
    try (Stream<Path> left = Files.list(kept(run).getParent())) {
      assertThat(left.map(p -> p.getFileName().toString()).filter(n -> !n.startsWith("20")))
          .containsExactly(".lock");
    }
  }

  private Path kept(String run) {
    return folder.resolve("out-private").resolve(run);
  }

  private void haltedAt(List<String> steps) throws Exception {
    String before = "2022-12-31";
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      String version = "2023-03-%02d".formatted(i + 1);
      ChildJvm child = child("-Dtidemark.halt=" + step, "as_of=" + version);
      assertThat(child.waitFor()).as(step + child.told()).isEqualTo(HALTED);
      boolean renamed = step.equals("AFTER_RENAME") || step.equals("CLEAN_UP");
      before = renamed ? version : before;
      assertThat(current()).as(step).startsWith(before + "-");
      assertVerified();
    }
    assertTheNextRunNeedsNoRepair();
  }

  @Test
  void killedAtTenRandomMoments() throws Exception {
    killedAtRandomMoments(10);
  }

  @Test
  @Tag("slow")
  void killedAtFiftyRandomMoments() throws Exception {
    killedAtRandomMoments(50);
  }

  @Test
  void ofTwoRunsAtOnceOnePublishesAndTheOtherSaysWhoHoldsTheLock() throws Exception {
    ChildJvm first = child("-Dtidemark.one=1");
    ChildJvm second = child("-Dtidemark.two=2");
    List<Integer> codes = Stream.of(first.waitFor(), second.waitFor()).sorted().toList();
    assertThat(codes).as(first.told() + second.told()).isEqualTo(List.of(0, 4));
    assertThat(first.told() + second.told()).contains("mend: ");
    assertThat(current()).startsWith("2023-12-31-");
    assertVerified();
  }

  private void killedAtRandomMoments(int times) throws Exception {
    long started = System.nanoTime();
    ChildJvm whole = child("-Dtidemark.whole=1");
    assertThat(whole.waitFor()).as(whole.told()).isZero();
    int millis = (int) ((System.nanoTime() - started) / 1_000_000);
    Random random = new Random(SEED);
    for (int i = 0; i < times; i++) {
      // Each kill aims at a version of its own, so that there is always something to publish.
      String version = "as_of=2024-01-%02d".formatted(1 + i % 28);
      child("-Dtidemark.kill=" + i, version).killAfter(1 + random.nextInt(millis));
      assertThat(current()).matches("202[234]-\\d\\d-\\d\\d-[0-9a-f]{12} [0-9a-f]{64}\\s*");
      assertVerified();
    }
    assertTheNextRunNeedsNoRepair();
  }

  private void assertTheNextRunNeedsNoRepair() throws IOException {
    Told told = Told.run(programme.programme(), programme.out(), "--set", NEW);
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(current()).startsWith("2023-12-31-");
    assertVerified();
  }

  private void assertVerified() {
    Told told = Told.command("verify", programme.out().toString());
    assertThat(told.exitCode()).as(told.out() + told.err()).isZero();
  }

  private String current() throws IOException {
    return Files.readString(programme.out().resolve("CURRENT"));
  }

  private ChildJvm child(String option) throws IOException {
    return child(option, NEW);
  }

  private ChildJvm child(String option, String version) throws IOException {
    return ChildJvm.start(
        Map.of(),
        List.of(option),
        List.of(
            "run",
            programme.programme().toString(),
            "--out",
            programme.out().toString(),
            "--master",
            "local[2]",
            "--set",
            version));
  }
}
