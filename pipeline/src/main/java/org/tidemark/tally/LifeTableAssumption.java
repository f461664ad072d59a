package org.tidemark.tally;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.stats.LifeTableHazards;

/** What may have to be assumed of a life table on its way to hazards of single days. */
public enum LifeTableAssumption {
  /** Groups of several ages, each with one hazard. */
  ABRIDGED("life table by age group, hazard constant within each"),
  /** Groups of several ages, brought to single years. */
  SMOOTHED("life table by age group, smoothed to single years"),
  /** A death rate is the hazard. */
  RATE("death rates of the life table taken for hazards"),
  /** Survivors give the probability: nothing is assumed by that. */
  SURVIVORS(""),
  /** The last row has no end. */
  CLOSED("one hazard for all ages from the last of the life table"),
  /** A period of several years. */
  YEARS("one life table for several years");

  private static final String RULE = "LIFE-TABLE-";

  private final String note;

  LifeTableAssumption(String note) {
    this.note = note;
  }

  static LifeTableAssumption of(LifeTableHazards.Assumption assumption) {
    return valueOf(assumption.name());
  }

  /** Its name in {@code finding}. */
  String rule() {
    return RULE + name();
  }

  /** The words of those that were made, for the note of a figure; empty for none. */
  static String notes(List<Assumed> assumed) {
    return Stream.of(values())
        .filter(a -> !a.note.isEmpty())
        .filter(a -> assumed.stream().anyMatch(made -> made.rule().equals(a.rule())))
        .map(a -> a.note)
        .collect(Collectors.joining("; "));
  }
}
