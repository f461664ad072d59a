package org.tidemark.publish;

import java.io.IOException;
import org.apache.hadoop.fs.FSError;
import org.tidemark.model.Refusal;

/** The edge between a failing machine and a message that an operator can act on. */
final class Attempt {
  private Attempt() {}

  /** Something that uses a disk or a network. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  /** Something that uses a disk or a network and gives nothing back. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  static <T> T reading(Object where, Call<T> call) {
    return run(where, "cannot be read", "see that the file is there and readable", call);
  }

  static void writing(Object where, Step step) {
    Attempt.<Void>writing(
        where,
        () -> {
          step.run();
          return null;
        });
  }

  static <T> T writing(Object where, Call<T> call) {
    return run(
        where,
        "cannot be written",
        "see that the disk has room and the folder may be written, then run again",
        call);
  }

  /** Hadoop's local file system reports a full disk as an error, not as an exception. */
  private static <T> T run(Object where, String what, String mend, Call<T> call) {
    try {
      return call.run();
    } catch (IOException | FSError e) {
      throw Refusal.machine(where.toString(), what, mend, e);
    }
  }
}
