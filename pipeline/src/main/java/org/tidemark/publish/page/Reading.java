package org.tidemark.publish.page;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published tables and the words to speak of them: what every section is made from. */
record Reading(ReportHead head, Map<String, Rows> tables, Sentences sentences, Names names) {
  private static final String[] TABLES = {
    "incidence", "survival", "quality", "indicator", "evaluation", "accounting", "finding"
  };

  static Reading of(ReportHead head, PublishedRows published) {
    Sentences sentences = Sentences.english();
    Map<String, Rows> tables = new TreeMap<>();
    for (String table : TABLES) {
      tables.put(table, Rows.of(published.rows(table)));
    }
    return new Reading(head, tables, sentences, Names.of(head, sentences));
  }

  Rows table(String name) {
    return tables.get(name);
  }

  String say(String key, String... slots) {
    return sentences.say(key, slots);
  }

  /** Why the rows hold no figure for what the sentence of that key names. */
  String absent(String key, Rows rows) {
    return Absence.in(sentences).of(say(key), rows);
  }

  Figures figures() {
    return Figures.of(names, table("indicator"));
  }

  /** Parts in brackets, those that say nothing left out. */
  static String detail(String... parts) {
    return String.join("; ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
  }

  /** What a marked figure needs said behind it. */
  String caution(Row row) {
    return switch (row.status()) {
      case LOW_COVERAGE -> say("low_coverage");
      case LOW_RELIABILITY -> say("low_reliability");
      default -> "";
    };
  }
}
