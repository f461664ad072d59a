package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * Whom a survival analysis follows and how it cuts their follow-up, beyond what all analyses say.
 *
 * @param window calendar years of observation of the period and hybrid approaches
 * @param diagnosed years of diagnosis; of the hybrid approach the first of those that are followed
 *     from diagnosis
 * @param breaks daily, or intervals of follow-up: monthly, quarterly, annual
 * @param form of intervals: hazard (from person-years) or life-table (actuarial)
 * @param weights of an age standard: groups (their estimates weighted) or individual (Brenner)
 * @param given years survived already, for conditional survival; none for survival from diagnosis
 * @param exclude whom it leaves out besides those whose survival is not known: autopsy,
 *     age-90-and-over, male-breast
 * @param compare the dimension whose groups' net survival is tested for a difference; empty: none
 * @param within dimensions within which they are tested, as strata of one test
 */
public record SurvivalDesign(
    Years window,
    Years diagnosed,
    String breaks,
    String form,
    String weights,
    List<Integer> given,
    List<String> exclude,
    String compare,
    List<String> within)
    implements Serializable {
  /** Whole days of follow-up. */
  public static final String DAILY = "daily";

  /** What holds where an analysis says nothing. */
  public static final SurvivalDesign PLAIN =
      new SurvivalDesign(
          Years.ALL, Years.ALL, DAILY, "hazard", "groups", List.of(), List.of(), "", List.of());

  /**
   * Calendar years.
   *
   * @param from the first
   * @param to the last
   */
  public record Years(int from, int to) implements Serializable {
    /** No restriction. */
    public static final Years ALL = new Years(1, 9999);

    /** Whether it restricts nothing. */
    public boolean all() {
      return equals(ALL);
    }
  }

  /** Whether follow-up is cut into intervals. */
  public boolean byIntervals() {
    return !breaks.equals(DAILY);
  }

  static SurvivalDesign of(Entry entry) {
    return new SurvivalDesign(
        years(entry, "window"),
        years(entry, "diagnosed"),
        entry.text("breaks", DAILY),
        entry.text("form", PLAIN.form),
        entry.text("weights", PLAIN.weights),
        entry.texts("given").stream().map(Integer::valueOf).sorted().toList(),
        entry.texts("exclude").stream().sorted().toList(),
        entry.text("compare"),
        entry.texts("within"));
  }

  private static Years years(Entry entry, String key) {
    return entry
        .child(key)
        .map(e -> new Years(e.whole("from", Years.ALL.from()), e.whole("to", Years.ALL.to())))
        .orElse(Years.ALL);
  }
}
