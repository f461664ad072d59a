package org.tidemark.jobs;

import org.tidemark.publish.Phase;
import org.tidemark.publish.PublishListener;

/**
 * Stops the whole process at a named phase of publishing, as a power cut would: {@code
 * -Dtidemark.halt=AFTER_MANIFEST} or {@code TABLE:incidence}. For the tests of what a reader sees
 * after a kill; without the property nothing is done.
 */
final class HaltAt {
  private static final String PROPERTY = "tidemark.halt";
  private static final int KILLED = 137;

  private HaltAt() {}

  static PublishListener fromSystemProperty() {
    String wanted = System.getProperty(PROPERTY, "");
    return wanted.isEmpty()
        ? PublishListener.SILENT
        : (phase, name) -> {
          if (wanted.equals(named(phase, name))) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
  }

  private static String named(Phase phase, String name) {
    return phase == Phase.TABLE ? phase + ":" + name : phase.toString();
  }
}
