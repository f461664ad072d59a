package org.tidemark.tally;

import java.io.Serializable;

/**
 * What is known of one site. All facts of a site meet in one task, because everything that decides
 * whether a number counts is told by site: its reports, its particulars, its last snapshot.
 */
sealed interface SiteFact extends Serializable {

  /**
   * The particulars of a site from some day on.
   *
   * @param validFrom first day, ISO 8601; empty where it is not known
   * @param area the area it lies in; null where none is known
   * @param country its country; null where none is known
   * @param services the services it offers, joined by semicolons; null where they are not known
   */
  record Place(String validFrom, String area, String country, String services)
      implements SiteFact {}

  /**
   * A report that was or was not owed.
   *
   * @param tables the tables that its dataset fills, joined by semicolons
   * @param period the period as it was written
   * @param expected whether it was owed
   * @param came whether somebody declared it complete
   */
  record Report(String tables, String period, boolean expected, boolean came) implements SiteFact {}

  /**
   * Amounts of one measure.
   *
   * @param slot where they belong
   * @param pair the amounts
   */
  record Amounts(Slot slot, IndicatorSum.Pair pair) implements SiteFact {
    /** Whether they are no state, which holds from a day on. */
    boolean isEvent() {
      return slot.day.isEmpty();
    }

    /**
     * Where amounts belong.
     *
     * @param indicator index of the indicator in the plan
     * @param place measure and length
     * @param stratum name=value; empty for everything, else see {@link RelationSums}
     * @param month {@code 2023-01}, or the year alone
     * @param day the day of a state; empty for events
     */
    record Slot(int indicator, IndicatorSum.Place place, String stratum, String month, String day)
        implements Serializable {
      /** The same in another stratum. */
      Slot in(String other) {
        return new Slot(indicator, place, other, month, day);
      }
    }
  }
}
