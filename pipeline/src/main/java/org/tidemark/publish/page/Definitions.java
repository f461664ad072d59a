package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator;
import org.tidemark.model.Status;

/** The methods and indicators that this publication uses, each defined; nothing it does not use. */
final class Definitions {
  /** Table, column, and the codes that have a definition, in reading order. */
  private static final List<List<String>> METHODS =
      List.of(
          List.of("incidence", "measure", "asr", "age_specific_rate", "cumulative_risk"),
          List.of("incidence", "standard", "segi-doll", "who-2000"),
          List.of("incidence", "correction", "unknown-age"),
          List.of("incidence", "interval", "fay-feuer", "byar", "exact"),
          List.of("survival", "measure", "net", "observed"),
          List.of("survival", "method", "pohar-perme", "kaplan-meier"),
          List.of("survival", "age_standard", "icss-1"),
          List.of("indicator", "method", "wilson", "byar"),
          List.of("evaluation", "method", "pre-post"));

  private Definitions() {}

  static List<Definition> methods(Reading reading) {
    List<Definition> found = new ArrayList<>();
    for (List<String> entry : METHODS) {
      for (String code : entry.subList(2, entry.size())) {
        if (!reading.table(entry.get(0)).where(entry.get(1), code).isEmpty()) {
          add(found, reading, "define." + code);
        }
      }
    }
    return found;
  }

  private static void add(List<Definition> found, Reading reading, String key) {
    String[] parts = reading.say(key).split(": ", 2);
    Definition definition = new Definition(parts[0], Wording.capital(parts[1]));
    if (!found.contains(definition)) {
      found.add(definition);
    }
  }

  static List<Definition> indicators(Reading reading) {
    return reading.table("indicator").distinct("indicator").stream()
        .map(code -> reading.names().indicator(code))
        .flatMap(Optional::stream)
        .map(indicator -> definition(reading, indicator))
        .toList();
  }

  private static Definition definition(Reading reading, Indicator indicator) {
    String missing =
        indicator.missingRule().isEmpty()
            ? ""
            : " " + reading.say("define.missing", "rule", withoutStop(indicator.missingRule()));
    return new Definition(
        indicator.code() + ": " + reading.names().indicatorName(indicator.code()),
        reading.say("define.unit", "unit", indicator.unit())
            + indicator.target().map(t -> " " + target(reading, t)).orElse("")
            + missing);
  }

  /** A rule as the end of a sentence that brings its own full stop. */
  private static String withoutStop(String rule) {
    return rule.endsWith(".") ? rule.substring(0, rule.length() - 1) : rule;
  }

  private static String target(Reading reading, Indicator.Target target) {
    String key = target.verified() ? "define.target" : "define.target_unverified";
    return reading.say(key, "origin", target.origin());
  }

  /** How to read each status. */
  static List<Definition> statuses(Reading reading) {
    List<Definition> found = new ArrayList<>();
    for (Status status : Status.values()) {
      found.add(
          new Definition(status.name(), Wording.capital(reading.say("status." + status)) + "."));
    }
    return found;
  }
}
