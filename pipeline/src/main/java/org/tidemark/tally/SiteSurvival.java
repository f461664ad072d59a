package org.tidemark.tally;

import java.io.Serializable;
import org.tidemark.catalogue.Analyses;
import org.tidemark.derive.Cases;

/**
 * Net survival of the tumours that a site diagnosed in a period, as the outcome of evaluations.
 *
 * @param years time since diagnosis at which it is read, in years of 365.241 days
 * @param grouping of cancers; empty where all cancers are taken together
 * @param cancer group of cancers; empty: all
 */
public record SiteSurvival(int years, String grouping, String cancer) implements Serializable {
  private static final String YEARS = "years";
  private static final String CANCER = "cancer";

  /** Whether an evaluation asks for net survival: those of other outcomes name no years. */
  public static boolean asked(Analyses.Evaluation entry) {
    return entry.settings().containsKey(YEARS);
  }

  /** The outcome of an evaluation that asks for net survival. */
  public static SiteSurvival of(Analyses.Evaluation entry) {
    String cancer = entry.setting(CANCER, "");
    String grouping = cancer.isEmpty() ? "" : entry.setting("grouping", "");
    return new SiteSurvival((int) entry.number(YEARS, 1), grouping, cancer);
  }

  /**
   * Under which name the figures of an evaluation's outcome go: its code, unless it is survival.
   */
  public static String series(Analyses.Evaluation entry) {
    return asked(entry) ? of(entry).name(entry.indicator()) : entry.indicator();
  }

  private String name(String code) {
    return "%s@%d %s %s".formatted(code, years, grouping, cancer).strip();
  }

  /** The outcome in words. */
  public String inWords() {
    return "net survival %d %s after diagnosis%s"
        .formatted(years, years == 1 ? "year" : "years", cancer.isEmpty() ? "" : ", " + cancer);
  }

  /** Days of follow-up that it needs. */
  int days() {
    return (int) Math.ceil(years * Cases.YEAR_DAYS);
  }
}
