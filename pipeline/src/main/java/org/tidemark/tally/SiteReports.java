package org.tidemark.tally;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tidemark.tally.IndicatorPeriods.Period;

/**
 * The reports of one site behind an indicator: which were owed, which came. Where an indicator
 * needs several datasets of the same period, its slot is not owed where one of them is not (the
 * site does not offer the service, or the report was waived), and it is missing where one of them
 * is.
 *
 * <p>A report came when somebody declared it complete, however late. Periods that end after the
 * data cut-off are not yet due.
 */
final class SiteReports {
  /** What became of a report, from the best to what outweighs it. */
  enum State {
    /** It was owed and came. */
    CAME,
    /** It was owed and did not come. */
    ABSENT,
    /** It was not owed. */
    NOT_OWED
  }

  private final Map<List<String>, State> slots = new HashMap<>();
  private final Map<String, State> months = new HashMap<>();

  private SiteReports() {}

  /**
   * The reports that fill one of the given tables.
   *
   * @param offered whether the site offers the service in a month; else nothing is owed for it
   */
  static SiteReports of(
      Collection<SiteFact.Report> reports,
      List<String> tables,
      Predicate<String> offered,
      LocalDate asOf) {
    SiteReports own = new SiteReports();
    for (SiteFact.Report report : reports) {
      List<String> covered = IndicatorPeriods.monthsOf(report.period());
      boolean serves = List.of(report.tables().split(";")).stream().anyMatch(tables::contains);
      if (serves && !covered.isEmpty() && isOver(covered, asOf)) {
        State state =
            offered.test(covered.get(covered.size() - 1)) ? state(report) : State.NOT_OWED;
        own.slots.merge(covered, state, SiteReports::worse);
        covered.forEach(month -> own.months.merge(month, state, SiteReports::worse));
      }
    }
    return own;
  }

  /** Whether amounts of a month count: their report came, or nothing is known of one. */
  boolean counts(String month) {
    return months.getOrDefault(month, State.CAME) == State.CAME;
  }

  /** What became of the slots that touch each period. */
  Map<Period, ReportCount> byPeriod(Collection<String> spans) {
    Map<Period, ReportCount> counts = new HashMap<>();
    slots.forEach(
        (covered, state) -> {
          Map<Period, Long> touched = new TreeMap<>(ReportCount.ORDER);
          for (String month : covered) {
            IndicatorPeriods.holding(month, spans).forEach(p -> touched.merge(p, 1L, Long::sum));
          }
          touched.forEach(
              (period, n) ->
                  counts.merge(period, ReportCount.of(state, n), ReportCount::ofSameSite));
        });
    return counts;
  }

  private static boolean isOver(List<String> covered, LocalDate asOf) {
    YearMonth last = YearMonth.parse(covered.get(covered.size() - 1));
    return !last.atEndOfMonth().isAfter(asOf);
  }

  private static State state(SiteFact.Report report) {
    if (!report.expected()) {
      return State.NOT_OWED;
    }
    return report.came() ? State.CAME : State.ABSENT;
  }

  private static State worse(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
