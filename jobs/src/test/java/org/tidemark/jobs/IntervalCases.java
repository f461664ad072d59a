package org.tidemark.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.stats.IntervalSurvival;
import org.tidemark.stats.IntervalTally;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PieceHazard;
import org.tidemark.stats.SurvivalPoint;

/**
 * The Finnish cases on the reference's scale of fractional years, given to the functions at once.
 */
final class IntervalCases {
  private static final int FIRST_YEAR = 1951;
  private static final int LAST_YEAR = 2012;
  private static final int OLDEST = 100;

  private final List<Map<String, String>> cases;
  private final Map<String, Map<String, String>> scale = new HashMap<>();
  private final double[][] perYear = new double[OLDEST + 1][LAST_YEAR - FIRST_YEAR + 1];
  private final Map<String, IntervalTally> tallies = new HashMap<>();

  private IntervalCases(List<Map<String, String>> cases) {
    this.cases = cases;
  }

  static IntervalCases read() {
    IntervalCases read = new IntervalCases(rows("cases.csv"));
    rows("cases_time_scale.csv").forEach(row -> read.scale.put(row.get("id"), row));
    for (Map<String, String> row : rows("popmort_fi.csv")) {
      int year = Integer.parseInt(row.get("year"));
      if (row.get("sex").equals("1") && year <= LAST_YEAR) {
        read.perYear[Integer.parseInt(row.get("age"))][year - FIRST_YEAR] =
            Double.parseDouble(row.get("hazard_per_year"));
      }
    }
    return read;
  }

  private static List<Map<String, String>> rows(String file) {
    return Csv.rows(Csv.shared().orElseThrow().resolve("survival-popepi").resolve(file));
  }

  /** The net survival that a row of the reference asks for. */
  SurvivalPoint net(Map<String, String> row) {
    IntervalTally tally =
        tallies.computeIfAbsent(
            row.get("level") + row.get("breaks") + row.get("approach"), key -> tally(row));
    IntervalSurvival.Form form =
        row.get("surv_method").equals("hazard")
            ? IntervalSurvival.Form.HAZARD
            : IntervalSurvival.Form.LIFE_TABLE;
    LimitScale limits =
        switch (row.get("conf_type")) {
          case "log" -> LimitScale.LOG;
          case "log-log" -> LimitScale.LOG_LOG;
          default -> LimitScale.PLAIN;
        };
    return IntervalSurvival.estimate(tally, IntervalSurvival.Measure.NET, form)
        .at(Double.parseDouble(row.get("year")), limits)
        .get();
  }

  private IntervalTally tally(Map<String, String> row) {
    int intervals = row.get("breaks").equals("monthly") ? 60 : 5;
    double[] breaks = new double[intervals + 1];
    java.util.Arrays.setAll(breaks, k -> k * 5.0 / intervals);
    IntervalTally tally = IntervalTally.empty(breaks);
    boolean period = row.get("approach").equals("period");
    PieceHazard hazard =
        (sex, age, calendar) -> perYear[Math.min(OLDEST, (int) age)][(int) calendar - FIRST_YEAR];
    for (Map<String, String> one : cases) {
      Map<String, String> timed = scale.get(one.get("id"));
      String group = timed == null ? "" : timed.get("agegr");
      if (timed != null && (row.get("level").equals("all") || row.get("level").equals(group))) {
        add(tally, one, timed, period, hazard);
      }
    }
    return tally;
  }

  private static void add(
      IntervalTally tally,
      Map<String, String> one,
      Map<String, String> timed,
      boolean period,
      PieceHazard hazard) {
    double start = Double.parseDouble(timed.get("entry_yr"));
    double exit = Double.parseDouble(timed.get("fu_years"));
    double entry = period ? Math.max(0, 2008 - start) : 0;
    IntervalTally.End end =
        one.get("status").equals("0") ? IntervalTally.End.ALIVE : IntervalTally.End.OTHER;
    if (entry < exit) {
      double age = Double.parseDouble(one.get("diag_age_years"));
      tally.add(new IntervalTally.Person(1, age, start, entry, exit, end), hazard);
    }
  }
}
