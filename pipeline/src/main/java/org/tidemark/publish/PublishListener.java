package org.tidemark.publish;

/** Told of each step of publishing: for progress, and for tests that stop the run at a step. */
@FunctionalInterface
public interface PublishListener {
  /** Hears nothing. */
  PublishListener SILENT = (phase, name) -> {};

  /**
   * A step is reached.
   *
   * @param phase the step
   * @param name the table or file of {@link Phase#TABLE}; else empty
   */
  void reached(Phase phase, String name);
}
