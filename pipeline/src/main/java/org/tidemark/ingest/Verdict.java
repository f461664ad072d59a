package org.tidemark.ingest;

import java.io.Serializable;
import java.util.List;

/** A file that may be read, or one that is refused. */
record Verdict(List<SurveyedFile> accepted, List<RefusedFile> refused) implements Serializable {
  Verdict {
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
  }

  static Verdict accepted(SurveyedFile file) {
    return new Verdict(List.of(file), List.of());
  }

  static Verdict refused(RefusedFile file) {
    return new Verdict(List.of(), List.of(file));
  }
}
