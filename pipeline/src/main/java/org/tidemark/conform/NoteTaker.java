package org.tidemark.conform;

import java.io.Serializable;

/** Takes notes of what happens to single records of a source. */
public interface NoteTaker extends Serializable {
  /** Takes none. */
  NoteTaker NONE = note -> {};

  /** Takes a note, once however often it is given. */
  void take(ConformNote note);
}
