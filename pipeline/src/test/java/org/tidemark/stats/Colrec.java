package org.tidemark.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** The Slovene cases and the Slovene population table of the reference folder. */
final class Colrec {
  private static final int AGES = 104;
  private static final int HORIZON = 3653;

  private Colrec() {}

  record Case(
      int sex, int age, int day, int time, boolean died, String stage, String site, String group) {
    void addTo(SurvivalTally tally, PopulationHazard hazard) {
      tally.add(age, day, time, died, hazard, sex);
    }
  }

  static List<Case> cases() {
    return Reference.rows("netsurv-colrec/cases.csv").stream().map(Colrec::parse).toList();
  }

  static Predicate<Case> stratum(CSVRecord row) {
    String level = row.get("level");
    return switch (row.get("stratum")) {
      case "overall" -> c -> true;
      case "sex" -> c -> level.equals(Integer.toString(c.sex));
      case "age_group" -> c -> level.equals(c.group);
      case "stage" -> c -> level.equals(c.stage);
      case "site" -> c -> level.equals(c.site);
      default -> throw new IllegalStateException("unknown stratum");
    };
  }

  static SurvivalTally tally(List<Case> cases, PopulationHazard hazard) {
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    cases.forEach(c -> c.addTo(tally, hazard));
    return tally;
  }

  static PopulationHazard hazard() {
    List<CSVRecord> rows = Reference.rows("netsurv-colrec/lifetable_slopop.csv");
    int[] days = rows.stream().mapToInt(r -> day(r, "year_from")).sorted().distinct().toArray();
    double[] ages =
        rows.stream()
            .mapToDouble(r -> Reference.number(r, "age_from_days"))
            .sorted()
            .distinct()
            .toArray();
    double[][][] perDay = new double[2][AGES][days.length];
    for (CSVRecord row : rows) {
      int period = java.util.Arrays.binarySearch(days, day(row, "year_from"));
      perDay[Reference.integer(row, "sex") - 1][Reference.integer(row, "age_years")][period] =
          Reference.number(row, "hazard_per_day");
    }
    return PopulationHazard.nearest(ages, days, perDay);
  }

  /** Compares the figures of the age groups, weighted together, with a row of the reference. */
  static void agreesStandardised(
      CSVRecord row, List<Answer<SurvivalPoint>> groups, double tolerance) {
    AgeStandardisedSurvival all =
        AgeStandardisedSurvival.of(AgeStandardisedSurvival.icss1(), groups).get();
    Reference.close(row, "surv", all.survival(), tolerance);
    Reference.close(row, "se", all.error(), tolerance);
    Reference.close(row, "lower_log", all.log().lower(), tolerance);
    Reference.close(row, "upper_log", all.log().upper(), tolerance);
    Reference.close(row, "lower_plain", all.plain().lower(), tolerance);
    Reference.close(row, "upper_plain", all.plain().upper(), tolerance);
  }

  private static Case parse(CSVRecord row) {
    return new Case(
        Reference.integer(row, "sex"),
        Reference.integer(row, "age_days"),
        day(row, "diag_date"),
        Reference.integer(row, "time_days"),
        row.get("status").equals("1"),
        row.get("stage"),
        row.get("site"),
        row.get("age_group"));
  }

  private static int day(CSVRecord row, String column) {
    return (int) LocalDate.parse(row.get(column)).toEpochDay();
  }
}
