package org.tidemark.tally;

import java.io.Serializable;
import java.util.Comparator;
import org.tidemark.tally.IndicatorPeriods.Period;

/**
 * How many reports were owed and came.
 *
 * @param sitesExpected sites that owed one
 * @param sitesIn sites of which one came
 * @param expected reports owed
 * @param in reports that came
 * @param notOwed reports that were not owed: no service, or waived
 * @param monthsIn site-months that the reports which came speak of
 */
public record ReportCount(
    long sitesExpected, long sitesIn, long expected, long in, long notOwed, long monthsIn)
    implements Serializable {
  /** Nothing is known of any report. */
  static final ReportCount NONE = new ReportCount(0, 0, 0, 0, 0, 0);

  /** Periods in the order of their span and name. */
  static final Comparator<Period> ORDER =
      Comparator.comparing(Period::span).thenComparing(Period::name);

  /** One report of one site. */
  static ReportCount of(SiteReports.State state, long months) {
    return switch (state) {
      case CAME -> new ReportCount(1, 1, 1, 1, 0, months);
      case ABSENT -> new ReportCount(1, 0, 1, 0, 0, 0);
      case NOT_OWED -> new ReportCount(0, 0, 0, 0, 1, 0);
    };
  }

  /** Reports of the same site together. */
  ReportCount ofSameSite(ReportCount other) {
    return new ReportCount(
        Math.max(sitesExpected, other.sitesExpected),
        Math.max(sitesIn, other.sitesIn),
        expected + other.expected,
        in + other.in,
        notOwed + other.notOwed,
        monthsIn + other.monthsIn);
  }

  /** Reports of other sites together. */
  ReportCount plus(ReportCount other) {
    return new ReportCount(
        sitesExpected + other.sitesExpected,
        sitesIn + other.sitesIn,
        expected + other.expected,
        in + other.in,
        notOwed + other.notOwed,
        monthsIn + other.monthsIn);
  }

  /** Whether anything is known of reports. */
  boolean known() {
    return expected + notOwed > 0;
  }
}
