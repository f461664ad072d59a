package org.tidemark.jobs;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.stats.ExpectedTally;
import org.tidemark.stats.Hakulinen;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalCurve;
import org.tidemark.stats.SurvivalPoint;
import org.tidemark.stats.SurvivalTally;

/** The Slovene cases of the reference folder, given to the functions at once. */
final class DailyCases {
  private static final int HORIZON = 3653;

  private final List<Map<String, String>> cases;
  private final PopulationHazard hazard;
  private final int closing;
  private final Map<List<String>, SurvivalCurve> curves = new HashMap<>();

  private DailyCases(List<Map<String, String>> cases, PopulationHazard hazard, int closing) {
    this.cases = cases;
    this.hazard = hazard;
    this.closing = closing;
  }

  /** The cases with a day until which everybody could have been followed. */
  static DailyCases until(String closing) {
    return new DailyCases(rows("cases.csv"), hazard(rows("lifetable_slopop.csv")), day(closing));
  }

  private static List<Map<String, String>> rows(String file) {
    return Csv.rows(Csv.shared().orElseThrow().resolve("netsurv-colrec").resolve(file));
  }

  private static PopulationHazard hazard(List<Map<String, String>> rows) {
    double[] ages =
        rows.stream().mapToDouble(r -> number(r, "age_from_days")).sorted().distinct().toArray();
    int[] days = rows.stream().mapToInt(r -> day(r.get("year_from"))).sorted().distinct().toArray();
    double[][][] perDay = new double[2][ages.length][days.length];
    for (Map<String, String> row : rows) {
      int period = Arrays.binarySearch(days, day(row.get("year_from")));
      perDay[whole(row, "sex") - 1][whole(row, "age_years")][period] =
          number(row, "hazard_per_day");
    }
    return PopulationHazard.nearest(ages, days, perDay);
  }

  /**
   * The relative survival by Hakulinen's method, on every day, that a row of the reference asks.
   */
  SurvivalPoint hakulinen(Map<String, String> asked) {
    List<String> stratum = List.of(asked.get("stratum"), asked.get("level"));
    return curves
        .computeIfAbsent(stratum, s -> hakulinen(s.get(0), s.get(1)))
        .at(number(asked, "year"), LimitScale.LOG)
        .get();
  }

  private SurvivalCurve hakulinen(String stratum, String level) {
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    ExpectedTally expected = ExpectedTally.daily(HORIZON);
    for (Map<String, String> one : cases) {
      if (stratum.equals("overall") || one.get(stratum).equals(level)) {
        int age = whole(one, "age_days");
        int sex = whole(one, "sex");
        int diagnosis = day(one.get("diag_date"));
        int time = whole(one, "time_days");
        boolean died = one.get("status").equals("1");
        tally.add(age, diagnosis, time, died, hazard, sex);
        expected.add(age, diagnosis, died ? closing - diagnosis : time, hazard, sex);
      }
    }
    return Hakulinen.estimate(tally, expected);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  private static int whole(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
