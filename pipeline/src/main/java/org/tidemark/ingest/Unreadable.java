package org.tidemark.ingest;

import java.io.IOException;

/** A file that is refused as a whole: the rule, and what was seen, without any value. */
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  private final IngestRule rule;
  private final String mend;

  private Unreadable(IngestRule rule, String what, String mend) {
    super(what);
    this.rule = rule;
    this.mend = mend;
  }

  static Unreadable of(IngestRule rule) {
    return new Unreadable(rule, rule.meaning(), rule.mend());
  }

  static Unreadable of(IngestRule rule, String detail) {
    return new Unreadable(rule, rule.meaning() + ": " + detail, rule.mend());
  }

  static Unreadable of(IngestRule rule, String detail, String mend) {
    return new Unreadable(rule, rule.meaning() + ": " + detail, mend);
  }

  RefusedFile refused(String source, String file) {
    return new RefusedFile(source, file, rule.id(), getMessage(), mend);
  }
}
