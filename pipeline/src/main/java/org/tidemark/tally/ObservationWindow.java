package org.tidemark.tally;

import java.io.Serializable;
import java.time.LocalDate;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.catalogue.SurvivalDesign.Years;
import org.tidemark.derive.Cases;

/**
 * Which days of which persons a survival analysis observes, by its approach.
 *
 * <ul>
 *   <li>complete: everybody from diagnosis to the last contact;
 *   <li>cohort: those diagnosed so long before the cut-off that they could be followed to the last
 *       horizon, or in the years that the analysis names;
 *   <li>period: everybody, on days inside the window. Brenner H, Gefeller O. An alternative
 *       approach to monitoring cancer patient survival. Cancer 1996;78:2004-2010;
 *   <li>hybrid: as period, but those diagnosed from the named year on from their diagnosis. Brenner
 *       H, Rachet B. Hybrid analysis for up-to-date long-term survival rates in cancer registries
 *       with delayed recording of incident cases. Eur J Cancer 2004;40:2494-2501.
 *       doi:10.1016/j.ejca.2004.07.022
 * </ul>
 *
 * <p>All days since 1970-01-01.
 *
 * @param diagnosedFrom first day of diagnosis
 * @param diagnosedTo last day of diagnosis
 * @param from first day observed
 * @param until day after the last one observed
 * @param wholeFrom those diagnosed from this day on are observed from diagnosis
 */
record ObservationWindow(int diagnosedFrom, int diagnosedTo, int from, int until, int wholeFrom)
    implements Serializable {
  /** Days that no date of a registry reaches, and that sums with days do not leave the range. */
  private static final int NEVER = 1 << 28;

  static final ObservationWindow EVERYTHING =
      new ObservationWindow(-NEVER, NEVER, -NEVER, NEVER, -NEVER);

  /**
   * The window of an analysis.
   *
   * @param closing the programme's cut-off
   */
  static ObservationWindow of(Analyses.Survival analysis, int closing) {
    SurvivalDesign design = analysis.design();
    Years years = design.diagnosed();
    int first = years.all() ? -NEVER : firstDay(years.from());
    int last = years.all() ? NEVER : firstDay(years.to() + 1) - 1;
    return switch (analysis.approach()) {
      case "cohort" -> {
        int longest = analysis.years().get(analysis.years().size() - 1);
        int followed = (int) Math.ceil(longest * Cases.YEAR_DAYS);
        yield years.all()
            ? new ObservationWindow(-NEVER, closing - followed, -NEVER, NEVER, -NEVER)
            : new ObservationWindow(first, last, -NEVER, NEVER, -NEVER);
      }
      case "period" -> observed(design.window(), first, last, NEVER);
      case "hybrid" -> observed(design.window(), -NEVER, last, first);
      default -> new ObservationWindow(first, last, -NEVER, NEVER, -NEVER);
    };
  }

  private static ObservationWindow observed(Years window, int first, int last, int wholeFrom) {
    return new ObservationWindow(
        first, last, firstDay(window.from()), firstDay(window.to() + 1), wholeFrom);
  }

  /** Whether the diagnosis of a person is one that the analysis asks about. */
  boolean takes(int diagnosisDay) {
    return diagnosedFrom <= diagnosisDay && diagnosisDay <= diagnosedTo;
  }

  /** Days from diagnosis to the first day observed. */
  int entry(int diagnosisDay) {
    return diagnosisDay >= wholeFrom ? 0 : Math.max(0, from - diagnosisDay);
  }

  /** Days from diagnosis to the end of observation, of a follow-up of so many days. */
  int exit(int diagnosisDay, int followUpDays) {
    return Math.min(followUpDays, until - diagnosisDay);
  }

  private static int firstDay(int year) {
    return Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
  }
}
