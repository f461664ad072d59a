package org.tidemark.ingest;

import java.util.Arrays;
import java.util.List;

/** Records as short texts to compare. */
final class Shown {
  private Shown() {}

  /** Number, then the cells between bars, or the rule that refused it. */
  static String of(RawRecord record) {
    String what =
        record.fault() == null ? String.join("|", Arrays.asList(record.cells())) : record.fault();
    return record.recordNumber() + " " + what;
  }

  static List<String> of(List<RawRecord> records) {
    return records.stream().map(Shown::of).toList();
  }

  /** The same with the text as sent. */
  static List<String> whole(List<RawRecord> records) {
    return records.stream().map(r -> of(r) + " <" + r.raw() + ">").toList();
  }
}
