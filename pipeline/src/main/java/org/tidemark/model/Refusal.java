package org.tidemark.model;

import static java.util.Objects.requireNonNull;

/**
 * Why the run stops, in words an operator can act on: what is wrong, where, and how to mend it. Its
 * text names places (a file, an entry, a record number) and never a value that was read: values are
 * patient data.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who has to act, and so which exit code the command line gives. */
  public enum Kind {
    /** The command or a file of the operator's is wrong: exit 2. */
    OPERATOR(2),
    /** The data broke the programme's own acceptance limits: exit 3. */
    DATA(3),
    /** Another run holds the lock: exit 4. */
    LOCKED(4),
    /** The machine failed (disk, memory, worker): exit 5. */
    MACHINE(5);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the command line contract. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;

  private Refusal(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = requireNonNull(kind, "kind");
  }

  /** A command line or a file of the operator's that cannot be used as it is. */
  public static Refusal operator(String where, String what, String mend) {
    return new Refusal(Kind.OPERATOR, sentence(where, what, mend), null);
  }

  /** Data outside the limits that the programme itself set. */
  public static Refusal data(String where, String what, String mend) {
    return new Refusal(Kind.DATA, sentence(where, what, mend), null);
  }

  /** A publication folder that another run is writing. */
  public static Refusal locked(String where, String what, String mend) {
    return new Refusal(Kind.LOCKED, sentence(where, what, mend), null);
  }

  /** A failure of the machine: the cause is kept for the log, its text is not shown. */
  public static Refusal machine(String where, String what, String mend, Throwable cause) {
    return new Refusal(Kind.MACHINE, sentence(where, what, mend), cause);
  }

  /** Who has to act. */
  public Kind kind() {
    return kind;
  }

  private static String sentence(String where, String what, String mend) {
    return where + ": " + what + "\n  mend: " + mend;
  }
}
