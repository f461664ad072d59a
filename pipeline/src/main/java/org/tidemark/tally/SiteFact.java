package org.tidemark.tally;

import java.io.Serializable;
import java.math.BigDecimal;

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
   */
  record Place(String validFrom, String area, String country) implements SiteFact {}

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
   * One row of a reduced relation.
   *
   * @param relation index of the relation
   * @param month {@code 2023-01}, or the year alone
   * @param day the day of a state; empty for events
   * @param strata values of the relation's strata
   * @param lengths values of its lengths; null where a row does not count for it
   * @param sums numerator and denominator of each sum, then of each length; null where no row
   *     counts
   */
  record Amounts(
      int relation, String month, String day, String[] strata, Integer[] lengths, BigDecimal[] sums)
      implements SiteFact {}
}
