package org.tidemark.evaluate;

import java.io.Serializable;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.IndicatorTerms;

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
          default -> "What did the programme change, from phase " + phase + " on?";
        };
    return entry.setting("question", standard);
  }

  boolean notYetTreated() {
    return entry.setting("controls", "not-yet-treated").equals("not-yet-treated");
  }

  boolean weighted() {
    return entry.setting("weights", "none").equals("denominator");
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
