package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.model.Status;

/** What is not in the figures, in sentences that come before the tables. */
final class LeftOutSentences {
  private static final List<String> ESTIMATED =
      List.of("incidence", "survival", "quality", "indicator", "evaluation");

  private LeftOutSentences() {}

  static List<String> of(Reading reading) {
    List<String> sentences = new ArrayList<>();
    RefusedFiles.sentence(reading).ifPresent(sentences::add);
    sentences.add(records(reading));
    sentences.addAll(hospitals(reading));
    SurvivalLeftOut.sentence(reading).ifPresent(sentences::add);
    sentences.add(hidden(reading));
    sentences.add(
        reading.say(
            "left.insufficient",
            "insufficient",
            figures(reading, Status.INSUFFICIENT),
            "unreported",
            figures(reading, Status.NOT_REPORTED)));
    return sentences;
  }

  private static String records(Reading reading) {
    Rows accounting = SentOnce.accounting(reading);
    if (accounting.isEmpty()) {
      return reading.say("left.no_accounting");
    }
    return reading.say(
        "left.sum",
        "in",
        Wording.plural(accounting.where("stage", "ingest").sum("records_in"), "record", "records"),
        "rejected",
        Wording.plural(accounting.sum("rejected"), "was", "were"),
        "merged",
        Wording.count(accounting.sum("merged")));
  }

  /** Registries that are none of a population, each by name. */
  private static List<String> hospitals(Reading reading) {
    List<String> sentences = new ArrayList<>();
    for (String kind : List.of("HOSPITAL", "PATHOLOGY")) {
      for (Row row : reading.table("finding").where("rule", "REGISTRY-" + kind).list()) {
        sentences.add(
            reading.say("left.registry_" + kind, "registry", reading.names().of(row, "source")));
      }
    }
    return sentences;
  }

  private static String hidden(Reading reading) {
    DisclosureProfile profile = reading.head().disclosure();
    String key = profile.threshold() == 0 ? "left.open" : "left.hidden";
    return reading.say(
        key,
        "figures",
        figures(reading, Status.SUPPRESSED),
        "last",
        Integer.toString(profile.threshold() - 1),
        "profile",
        profile.name());
  }

  private static String figures(Reading reading, Status status) {
    long n = ESTIMATED.stream().mapToLong(table -> reading.table(table).size(status)).sum();
    return Wording.plural(n, "figure is", "figures are");
  }
}
