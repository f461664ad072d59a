package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tidemark.conform.ConformNote;
import org.tidemark.conform.ConformNote.Event;

/** Why cells of site reports are missing, as the sites say it: how many of each source. */
final class MissingSigns {
  private static final Map<Event, String> RULES =
      Map.of(
          Event.NOT_REPORTED, "NA-NOTREP",
          Event.NOT_KNOWN, "NA-UNK",
          Event.NOT_APPLICABLE, "NA-NAPP",
          Event.NOT_SAID, "NA-REF",
          Event.NO_REASON, "NA-NO-REASON");

  private MissingSigns() {}

  /** Rows of {@code finding}; only NA without a reason is said to the operator. */
  static List<Sign> of(Set<ConformNote> notes) {
    Map<List<String>, Long> counts = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (ConformNote note : notes) {
      if (RULES.containsKey(note.event())) {
        counts.merge(List.of(note.source(), RULES.get(note.event())), note.record(), Long::sum);
      }
    }
    List<Sign> signs = new ArrayList<>();
    counts.forEach(
        (key, cells) -> {
          boolean spelt = key.get(1).equals(RULES.get(Event.NO_REASON));
          signs.add(
              new Sign(
                  key.get(1),
                  "missing",
                  key.get(0),
                  cells,
                  spelt
                      ? "cells say NA, which is read as missing; NA-NOTREP, NA-UNK, NA-NAPP or"
                          + " NA-REF would say why"
                      : ""));
        });
    return signs;
  }
}
