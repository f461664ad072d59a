package org.tidemark.publish;

/** The steps of publishing, in order; each is named when it is reached. */
public enum Phase {
  /** The run's folder is there and empty. */
  START,
  /** Both twins of a table, or another file, are written; its name is given. */
  TABLE,
  /** All files but the manifest are written and on the disk. */
  BEFORE_MANIFEST,
  /** The version is whole, but not yet what readers see. */
  AFTER_MANIFEST,
  /** The new pointer lies beside {@code CURRENT}. */
  BEFORE_RENAME,
  /** Readers see the new version. */
  AFTER_RENAME,
  /** The version is published and on the disk; temporary files are about to go. */
  CLEAN_UP
}
