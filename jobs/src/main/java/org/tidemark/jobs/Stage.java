package org.tidemark.jobs;

/** Where {@code --only} may stop a run. */
enum Stage {
  /** After every file was looked at. */
  ingest,
  /** After every record was conformed, checked and counted. */
  check,
  /** After duplicates and resubmissions were resolved. */
  resolve
}
