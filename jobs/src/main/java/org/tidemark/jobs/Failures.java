package org.tidemark.jobs;

import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.model.Refusal;

/**
 * Reads what went wrong out of an exception. Messages of other libraries may hold values that were
 * read, so only our own are shown; of all others the type and the place in our code.
 */
final class Failures {
  private static final int FRAMES = 12;

  /** Texts of errno, and how to mend each. */
  private static final List<Map.Entry<String, String>> SYSTEM_WORDS =
      List.of(
          Map.entry(
              "No space left on device",
              "free the disks of the publication, the private folder and the temporary folder"
                  + " (SPARK_LOCAL_DIRS), then run again"),
          Map.entry("Disk quota exceeded", "free some of the quota, then run again"),
          Map.entry("Too many open files", "raise the limit, as in 'ulimit -n 4096'"),
          Map.entry(
              "Read-only file system",
              "publish into another place, or mount the disk for writing"));

  private Failures() {}

  /** The refusal behind a failure, also from inside a task; null where there is none. */
  static Refusal refusal(Throwable failure) {
    return first(failure, Failures::known)
        .or(() -> first(failure, Failures::ofSystem))
        .orElse(null);
  }

  private static Optional<Refusal> first(
      Throwable failure, Function<Throwable, Optional<Refusal>> reading) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .flatMap(at -> reading.apply(at).stream())
        .findFirst();
  }

  private static Optional<Refusal> known(Throwable at) {
    if (at instanceof Refusal refusal) {
      return Optional.of(refusal);
    }
    if (at instanceof OutOfMemoryError) {
      return Optional.of(
          Refusal.machine(
              "memory",
              "the heap is too small for this input",
              "give more with TIDEMARK_HEAP, as in TIDEMARK_HEAP=4g",
              at));
    }
    return at instanceof FileSystemException disk && disk.getReason() != null
        ? Optional.of(
            Refusal.machine(
                disk.getFile(), disk.getReason(), "free the space or mend the permission", at))
        : Optional.empty();
  }

  /** What the operating system said, wherever in the message of a library it stands. */
  private static Optional<Refusal> ofSystem(Throwable at) {
    String message = String.valueOf(at.getMessage());
    return SYSTEM_WORDS.stream()
        .filter(word -> message.contains(word.getKey()))
        .map(word -> Refusal.machine("this machine", word.getKey(), word.getValue(), at))
        .findFirst();
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
