package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Cohort and period estimates against another program, which follows cases by month in place of by
 * day: agreement is as close as that allows.
 */
class PeriodApproachTest {
  private static final double DAYS = 365.242199;
  private static final int HORIZON = 1830;
  private static final int WINDOW_START = day("2008-01-01");
  private static final int WINDOW_END = day("2013-01-01");

  @Test
  void cohortAgreesWithMonthlyIntervals() {
    compare("cohort", tally(Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  @Test
  void periodAgreesWithMonthlyIntervals() {
    compare("period", tally(WINDOW_START, WINDOW_END));
  }

  private static void compare(String approach, SurvivalTally tally) {
    int compared = 0;
    SurvivalCurve curve = PoharPerme.estimate(tally, PoharPerme.Transform.FLEMING_HARRINGTON);
    for (CSVRecord row : Reference.rows("survival-popepi/expected_survtab.csv")) {
      if (wanted(row, approach)) {
        double days = Reference.number(row, "year") * DAYS;
        SurvivalPoint point =
            curve.at(days / PopulationHazard.DAYS_IN_YEAR, LimitScale.PLAIN).get();
        Reference.close(row, "est", point.survival(), 1e-3);
        Reference.close(row, "se", point.error(), 1e-3);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  private static boolean wanted(CSVRecord row, String approach) {
    return row.get("analysis").equals("overall")
        && row.get("approach").equals(approach)
        && row.get("breaks").equals("monthly")
        && row.get("method").equals("pp")
        && row.get("surv_method").equals("hazard")
        && row.get("conf_type").equals("plain");
  }

  private static SurvivalTally tally(int from, int until) {
    PopulationHazard hazard = hazard();
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    for (CSVRecord row : Reference.rows("survival-popepi/cases.csv")) {
      int start = day(row.get("diag_date"));
      int end = Math.min(day(row.get("exit_date")), until);
      int entry = Math.max(start, from);
      if (entry < end) {
        boolean died = !row.get("status").equals("0") && day(row.get("exit_date")) == end;
        int age = (int) (Reference.number(row, "diag_age_years") * DAYS);
        tally.addLate(age, start, entry - start, end - start, died, hazard, 1);
      }
    }
    return tally;
  }

  private static PopulationHazard hazard() {
    List<CSVRecord> rows =
        Reference.rows("survival-popepi/popmort_fi.csv").stream()
            .filter(row -> row.get("sex").equals("1"))
            .toList();
    int[] years = rows.stream().mapToInt(row -> year(row)).sorted().distinct().toArray();
    double[] ages = rows.stream().mapToDouble(row -> age(row) * DAYS).sorted().distinct().toArray();
    double[][][] perDay = new double[1][ages.length][years.length];
    for (CSVRecord row : rows) {
      perDay[0][age(row)][year(row) - years[0]] = Reference.number(row, "hazard_per_year") / DAYS;
    }
    int[] days = java.util.Arrays.stream(years).map(y -> day(y + "-01-01")).toArray();
    return PopulationHazard.nearest(ages, days, perDay);
  }

  private static int year(CSVRecord row) {
    return Reference.integer(row, "year");
  }

  private static int age(CSVRecord row) {
    return Reference.integer(row, "age");
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
