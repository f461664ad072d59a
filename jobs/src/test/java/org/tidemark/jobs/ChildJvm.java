package org.tidemark.jobs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real command line in a process of its own, which a test may kill. */
final class ChildJvm {
  private static final long MINUTES = 10;

  private final Process process;
  private final Path log;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts {@code tidemark} with the options of this test's own JVM, less its agents. */
  static ChildJvm start(Map<String, String> environment, List<String> options, List<String> args)
      throws IOException {
    return start(List.of(), environment, options, args);
  }

  /** The same with fewer files that may be open at once. */
  static ChildJvm withOpenFiles(int most, List<String> args) throws IOException {
    List<String> limited = List.of("sh", "-c", "ulimit -n " + most + " && exec \"$@\"", "sh");
    return start(limited, Map.of(), List.of(), args);
  }

  private static ChildJvm start(
      List<String> before, Map<String, String> environment, List<String> options, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(o -> o.startsWith("--add-opens") || o.startsWith("-Djdk.") || o.startsWith("-Dio."))
        .forEach(command::add);
    command.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Tidemark.class.getName()));
    command.addAll(args);
    Path log = Files.createTempFile("tidemark-child-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start(), log);
  }

  /** Waits for the end and gives the exit code. */
  int waitFor() throws InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the child did not end");
    }
    return process.exitValue();
  }

  /** Kills it, as a power cut would, unless it ends before. */
  void killAfter(long millis) throws InterruptedException {
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** What it printed. */
  String told() throws IOException {
    return Files.readString(log);
  }
}
