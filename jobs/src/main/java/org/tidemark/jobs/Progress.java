package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells the operator, on standard error, where a run is: one plain line a stage. */
final class Progress {
  private final PrintWriter out;
  private final long started = System.nanoTime();

  Progress(PrintWriter out) {
    this.out = out;
  }

  /** A stage has ended. */
  void line(String stage, String what) {
    double seconds = (System.nanoTime() - started) / 1e9;
    out.printf(Locale.ROOT, "%6.1f s  %-8s %s%n", seconds, stage, what);
    out.flush();
  }
}
