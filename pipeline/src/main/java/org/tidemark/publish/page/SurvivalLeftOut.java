package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tumours that did not enter survival, by reason, the commonest reason first. */
final class SurvivalLeftOut {
  private static final String RULE = "SURVIVAL-";

  private SurvivalLeftOut() {}

  /** The findings that are none of these: those of the checks. */
  static Rows otherFindings(Reading reading) {
    return reading.table("finding").where("rule", rule -> !rule.startsWith(RULE));
  }

  /** How many there are and why; empty where every tumour entered, or survival was not asked. */
  static Optional<String> sentence(Reading reading) {
    List<Map.Entry<String, Rows>> reasons = reasons(reading);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    double all = reasons.stream().mapToDouble(reason -> count(reason.getValue())).sum();
    List<String> words = reasons.stream().map(reason -> words(reading, reason)).toList();
    return Optional.of(
        reading.say(
            "left.survival",
            "n",
            Wording.plural(all, "tumour", "tumours"),
            "reasons",
            Wording.list(words)));
  }

  private static String words(Reading reading, Map.Entry<String, Rows> reason) {
    String label = Wording.inSentence(reading.names().of("rule", reason.getKey()));
    return Wording.count(count(reason.getValue())) + " (" + label + ")";
  }

  static Optional<Table> table(Reading reading) {
    List<List<Cell>> lines = new ArrayList<>();
    for (Map.Entry<String, Rows> reason : reasons(reading)) {
      List<String> sources =
          reason.getValue().distinct("source").stream()
              .map(source -> reading.names().of("source", source))
              .toList();
      lines.add(
          List.of(
              LeftOut.rule(reading, reason.getKey()),
              Cell.of(String.join(", ", sources)),
              Cell.of(Wording.count(count(reason.getValue())))));
    }
    return LeftOut.table(
        "survival-left-table", caption(reading), List.of("Reason", "Sources", "Tumours"), 2, lines);
  }

  private static String caption(Reading reading) {
    int threshold = reading.head().disclosure().threshold();
    String caption = reading.say("left.survival_caption");
    return threshold == 0
        ? caption
        : caption + reading.say("left.survival_hidden", "threshold", Integer.toString(threshold));
  }

  private static List<Map.Entry<String, Rows>> reasons(Reading reading) {
    Rows rows = reading.table("finding").where("rule", rule -> rule.startsWith(RULE));
    return rows.by("rule").entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Rows> e) -> -count(e.getValue()))
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private static double count(Rows rows) {
    return rows.sum("count");
  }
}
