package org.tidemark.publish.page;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.model.Status;

/** Says why a figure is not there, which is never the same as zero. */
final class Absence {
  private final Sentences sentences;

  private Absence(Sentences sentences) {
    this.sentences = sentences;
  }

  static Absence in(Sentences sentences) {
    return new Absence(sentences);
  }

  /**
   * Why none of the rows has a figure.
   *
   * @param what what the reader expected, as the start of a sentence
   * @param rows the rows that would have held it; none means that it was not computed
   */
  String of(String what, Rows rows) {
    if (rows.isEmpty()) {
      return sentences.say("absent.not_computed", "what", what);
    }
    Map<Status, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(Row::status, TreeMap::new, Collectors.counting()));
    Status commonest =
        counts.entrySet().stream()
            .max(Map.Entry.<Status, Long>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElseThrow();
    return sentences.say("absent.because", "what", what, "why", why(commonest));
  }

  /** The reading of one status, as the end of a sentence. */
  String why(Status status) {
    return sentences.say("status." + status);
  }
}
