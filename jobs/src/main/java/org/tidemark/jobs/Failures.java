package org.tidemark.jobs;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.tidemark.model.Refusal;

/**
 * Reads what went wrong out of an exception. Messages of other libraries may hold values that were
 * read, so only our own are shown; of all others the type and the place in our code.
 */
final class Failures {
  private static final int FRAMES = 12;

  private Failures() {}

  /** The refusal behind a failure, also from inside a task; null where there is none. */
  static Refusal refusal(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return refusal;
      }
      if (at instanceof OutOfMemoryError) {
        return Refusal.machine(
            "memory",
            "the heap is too small for this input",
            "give more with TIDEMARK_HEAP, as in TIDEMARK_HEAP=4g",
            at);
      }
      if (at instanceof java.nio.file.FileSystemException disk && disk.getReason() != null) {
        return Refusal.machine(
            disk.getFile(), disk.getReason(), "free the space or mend the permission", at);
      }
    }
    return null;
  }

  /** The types of the failure and its causes, with the frames of our own code. */
  static String place(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      text.append(at.getClass().getName());
      if (at instanceof java.io.NotSerializableException
          || at instanceof IllegalStateException && ours(at)
          || at instanceof IllegalArgumentException && ours(at)) {
        text.append(": ").append(at.getMessage());
      }
      text.append('\n').append(frames(at));
    }
    return text.toString();
  }

  /** Whether our own code threw it: its messages name places only. */
  private static boolean ours(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith("org.tidemark");
  }

  private static String frames(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(f -> f.getClassName().startsWith("org.tidemark"))
        .limit(FRAMES)
        .map(f -> "    at " + f + "\n")
        .collect(Collectors.joining());
  }
}
