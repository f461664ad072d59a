package org.tidemark.jobs;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many files this process may open. With too few Java cannot even open the libraries that it is
 * made of, so this is looked at before any of them is touched, ours included.
 */
final class OpenFiles {
  /** The libraries are some 250 files; a run opens a few dozen of its own. */
  private static final long FEWEST = 512;

  private OpenFiles() {}

  /** What to tell the operator where the limit is too low; null where it is not. */
  static String refusal() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            && system.getMaxFileDescriptorCount() < FEWEST
        ? "open files: this process may have "
            + system.getMaxFileDescriptorCount()
            + " files open, a run needs "
            + FEWEST
            + "\n  mend: raise the limit, as in 'ulimit -n 1024', then run again"
        : null;
  }
}
