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

  /**
   * A report, read once for all indicators.
   *
   * @param tables the tables it fills
   * @param covered the months it speaks of; none where its period is none
   * @param state what became of it
   */
  record Due(List<String> tables, List<String> covered, State state) {
    static Due of(SiteFact.Report report) {
      State owed = report.came() ? State.CAME : State.ABSENT;
      return new Due(
          List.of(report.tables().split(";")),
          IndicatorPeriods.monthsOf(report.period()),
          report.expected() ? owed : State.NOT_OWED);
    }

    String last() {
      return covered.get(covered.size() - 1);
    }
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
      Collection<Due> reports, List<String> tables, Predicate<String> offered, LocalDate asOf) {
    SiteReports own = new SiteReports();
    String lastOver = YearMonth.from(asOf.plusDays(1)).minusMonths(1).toString();
    for (Due report : reports) {
      if (!report.covered().isEmpty()
          && report.last().compareTo(lastOver) <= 0
          && report.tables().stream().anyMatch(tables::contains)) {
        State state = offered.test(report.last()) ? report.state() : State.NOT_OWED;
        own.slots.merge(report.covered(), state, SiteReports::worse);
        report.covered().forEach(month -> own.months.merge(month, state, SiteReports::worse));
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

  private static State worse(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
