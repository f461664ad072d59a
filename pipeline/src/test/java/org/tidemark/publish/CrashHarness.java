package org.tidemark.publish;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Starts a class's {@code main} in a JVM of its own, so that a test may halt or kill it. What the
 * child prints, on either stream, can be waited for line by line.
 *
 * @param main the class to run
 * @param options further options of the JVM, as {@code -Dname=value}
 * @param launcher what starts Java, as a shell that sets a limit first; often empty
 */
record CrashHarness(Class<?> main, List<String> options, List<String> launcher) {
  /** A run of that class with this JVM's class path and its options but agents and debuggers. */
  static CrashHarness of(Class<?> main) {
    List<String> options = new ArrayList<>();
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.matches("-(javaagent|agentlib|agentpath|Xdebug|Xrunjdwp|Xmx|XX:TieredStop).*")) {
        options.add(option);
      }
    }
    options.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    return new CrashHarness(main, List.copyOf(options), List.of());
  }

  /** The same with a further option; a later one overrides an earlier one. */
  CrashHarness with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new CrashHarness(main, List.copyOf(more), launcher);
  }

  /** The same under a limit that the shell sets, as {@code ulimit -f 8}. */
  CrashHarness under(String limit) {
    return new CrashHarness(
        main, options, List.of("bash", "-c", limit + "; exec \"$@\"", "limited"));
  }

  /** Starts the child. */
  Child start(String... arguments) {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .start();
      return Child.of(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A child that runs or ran.
   *
   * @param process the operating system's process
   * @param lines what it printed and nobody waited for yet
   * @param reader the thread that reads what it prints
   */
  record Child(Process process, BlockingQueue<String> lines, Thread reader) {
    private static final long PATIENCE_SECONDS = 120;

    private static Child of(Process process) {
      BlockingQueue<String> lines = new LinkedBlockingQueue<>();
      Thread reader = new Thread(() -> copy(process, lines), "output of a child");
      reader.setDaemon(true);
      reader.start();
      return new Child(process, lines, reader);
    }

    /** Waits until the child prints a line with that text. */
    Child await(String text) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      List<String> seen = new ArrayList<>();
      while (System.nanoTime() < end) {
        String line = lines.poll(100, TimeUnit.MILLISECONDS);
        if (line != null) {
          seen.add(line);
          if (line.contains(text)) {
            return this;
          }
        } else if (!process.isAlive() && !reader.isAlive() && lines.isEmpty()) {
          break;
        }
      }
      throw new AssertionError("the child never printed " + text + " but " + seen);
    }

    /** Kills the child as the kernel does: no handler, no flush. */
    void kill() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor();
    }

    /** Waits for the child's end and gives its exit code. */
    int exit() throws InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("the child never ended: " + rest());
      }
      reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      return process.exitValue();
    }

    /** What it printed and nobody waited for yet. */
    String rest() {
      List<String> rest = new ArrayList<>();
      lines.drainTo(rest);
      return String.join("\n", rest);
    }

    private static void copy(Process process, BlockingQueue<String> lines) {
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          lines.add(line);
        }
      } catch (IOException e) {
        lines.add("the output broke off");
      }
    }
  }
}
