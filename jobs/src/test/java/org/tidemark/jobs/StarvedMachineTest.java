package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine without what a run needs: exit code 5, the cause in one message with a mend, and the
 * version that readers have untouched.
 */
@DisplayName("A machine that is short of something")
class StarvedMachineTest {
  private static final int MACHINE = 5;

  @TempDir private static Path folder;
  private static SmallProgramme programme;
  private static String published;

  @BeforeAll
  static void publish() throws IOException {
    programme = SmallProgramme.in(folder);
    Published.run(programme.programme(), programme.out());
    published = Files.readString(programme.out().resolve("CURRENT"));
  }

  @AfterEach
  void readersHaveWhatTheyHad() throws IOException {
    assertThat(Files.readString(programme.out().resolve("CURRENT"))).isEqualTo(published);
    assertThat(Told.command("verify", programme.out().toString()).exitCode()).isZero();
  }

  @Test
  void withTooSmallAHeapToStart() throws Exception {
    ChildJvm child = ChildJvm.start(Map.of(), List.of("-Xmx300m"), arguments());
    assertTold(child, "memory: the heap has", "TIDEMARK_HEAP=");
  }

  @Test
  void whereMemoryRunsOutInTheMiddle() throws Exception {
    ChildJvm child = ChildJvm.start(Map.of(), List.of("-XX:MaxMetaspaceSize=56m"), arguments());
    // The JVM's and Spark's other threads may each say that they ended.
    assertOnceTold(child, "memory: ", "TIDEMARK_HEAP=");
  }

  @Test
  void withTooFewFilesThatMayBeOpen() throws Exception {
    assertTold(ChildJvm.withOpenFiles(64, arguments()), "open files: ", "ulimit -n");
  }

  @Test
  void withNoFolderForTemporaryFiles() throws Exception {
    String none = Files.createFile(folder.resolve("a file")).resolve("tmp").toString();
    ChildJvm java = ChildJvm.start(Map.of(), List.of("-Djava.io.tmpdir=" + none), arguments());
    assertTold(java, "temporary folder " + none + ": cannot be written", "java.io.tmpdir=");
    ChildJvm spark = ChildJvm.start(Map.of("SPARK_LOCAL_DIRS", none), List.of(), arguments());
    assertTold(spark, "temporary folder " + none + ": cannot be written", "SPARK_LOCAL_DIRS=");
  }

  /** Another version than the one that is there, so that there is something to publish. */
  private static List<String> arguments() {
    return List.of(
        "run",
        programme.programme().toString(),
        "--out",
        programme.out().toString(),
        "--master",
        "local[2]",
        "--set",
        "as_of=2022-12-31");
  }

  private static void assertTold(ChildJvm child, String what, String mend) throws Exception {
    assertOnceTold(child, what, mend);
    assertThat(child.told()).doesNotContain("\tat ");
  }

  private static void assertOnceTold(ChildJvm child, String what, String mend) throws Exception {
    assertThat(child.waitFor()).as(child.told()).isEqualTo(MACHINE);
    assertThat(child.told().lines().filter(line -> line.startsWith("tidemark: ")))
        .singleElement()
        .asString()
        .contains(what);
    assertThat(child.told().lines().filter(line -> line.startsWith("  mend: ")))
        .singleElement()
        .asString()
        .contains(mend);
  }
}
