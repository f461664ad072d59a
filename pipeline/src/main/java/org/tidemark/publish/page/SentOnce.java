package org.tidemark.publish.page;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounting without files that were sent again: they say nothing new, and a page about the
 * same records must be the same page.
 */
final class SentOnce {
  private static final String REASON = "already-had";

  private SentOnce() {}

  static Rows accounting(Reading reading) {
    Rows all = reading.table("accounting");
    Set<String> again =
        all.where("reason", REASON).list().stream().map(SentOnce::file).collect(Collectors.toSet());
    return again.isEmpty() ? all : all.filter(row -> !again.contains(file(row)));
  }

  private static String file(Row row) {
    return row.text("source") + "\u0000" + row.text("file");
  }
}
