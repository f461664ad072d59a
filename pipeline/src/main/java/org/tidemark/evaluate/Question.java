package org.tidemark.evaluate;

import java.io.Serializable;
import java.util.Optional;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.tally.SiteSurvival;

/**
 * One entry of a programme's evaluations with what it needs of the catalogue.
 *
 * @param entry as the programme file has it
 * @param indicator the outcome
 * @param design when treatment starts
 */
record Question(Analyses.Evaluation entry, IndicatorTerms indicator, Programme.Design design)
    implements Serializable {
  private static final long SEED = 20_210_101;

  /** The question in words: as the file asks it, else the one that the method answers. */
  String inWords() {
    String phase = design.treatedFrom();
    String standard =
        switch (entry.method()) {
          case "funnel" -> "Which sites differ from the others beyond chance?";
          case "benchmark" -> "Is the target reached?";
          case "sustainability" -> "Does what was reached last after the programme has left?";
          case "equity" -> "Is what was reached the same in all groups?";
          case "callaway-santanna" ->
              leaving()
                  ? "What changes when the programme leaves?"
                  : "What did the programme change, from phase " + phase + " on?";
          default -> "What did the programme change, from phase " + phase + " on?";
        };
    String words = entry.setting("question", standard);
    return survival().map(s -> words + " (" + s.inWords() + ")").orElse(words);
  }

  /** The survival that is the outcome; empty where the indicator's own figures are. */
  Optional<SiteSurvival> survival() {
    return SiteSurvival.asked(entry) ? Optional.of(SiteSurvival.of(entry)) : Optional.empty();
  }

  /** The phase from which a site is treated. */
  String phase() {
    return design.treatedFrom();
  }

  boolean notYetTreated() {
    return entry.setting("controls", "not-yet-treated").equals("not-yet-treated");
  }

  boolean weighted() {
    return entry.setting("weights", "none").equals("denominator");
  }

  /** Whether the effect of leaving is asked for, not that of starting. */
  boolean leaving() {
    return entry.setting("from", "start").equals("exit");
  }

  /** Whether sites with gaps take part where they were observed. */
  boolean unbalanced() {
    return entry.setting("panel", "balanced").equals("unbalanced");
  }

  /** The level above sites that errors are clustered by; empty for sites. */
  String cluster() {
    String level = entry.setting("cluster", "site");
    return level.equals("site") ? "" : level;
  }

  int draws() {
    return (int) entry.number("draws", 1999);
  }

  long seed() {
    return entry.number("seed", SEED);
  }

  String family() {
    return entry.setting("family", "");
  }
}
