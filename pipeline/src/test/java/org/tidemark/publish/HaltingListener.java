package org.tidemark.publish;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Halts this JVM without any clean-up when the step that the system property {@code
 * tidemark.test.halt} names is reached ({@code TABLE:rate}, {@code BEFORE_RENAME}), or waits there
 * for a kill if {@code tidemark.test.wait} names it. Each step is printed.
 *
 * @param out where the steps are printed
 */
record HaltingListener(PrintStream out) implements PublishListener {
  static final String HALT = "tidemark.test.halt";
  static final String WAIT = "tidemark.test.wait";
  static final String GO = "tidemark.test.go";
  static final int HALTED = 86;

  @Override
  public void reached(Phase phase, String name) {
    String step = name.isEmpty() ? phase.name() : phase + ":" + name;
    out.println("reached " + step);
    out.flush();
    if (step.equals(System.getProperty(HALT))) {
      Runtime.getRuntime().halt(HALTED);
    }
    if (step.equals(System.getProperty(WAIT))) {
      pause();
    }
  }

  private static void pause() {
    Path go = Path.of(System.getProperty(GO, "/nonexistent/go"));
    try {
      while (!Files.exists(go)) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
