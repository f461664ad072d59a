package org.tidemark.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** The Finnish cases of the reference folder on their scale of fractional years. */
final class Sire {
  static final List<String> AGES = List.of("0-44", "45-54", "55-64", "65-74", "75+");
  private static final int FIRST_YEAR = 1951;
  private static final int OLDEST = 100;

  private Sire() {}

  record Case(String group, IntervalTally.Person person) {
    /** The person's time inside a calendar window, if any. */
    Optional<IntervalTally.Person> observed(double from, double until) {
      double entry = Math.max(0, from - person.calendar());
      double end = Math.min(person.exit(), until - person.calendar());
      if (entry >= end) {
        return Optional.empty();
      }
      IntervalTally.End how = end == person.exit() ? person.end() : IntervalTally.End.ALIVE;
      return Optional.of(
          new IntervalTally.Person(person.sex(), person.age(), person.calendar(), entry, end, how));
    }
  }

  static List<Case> cases() {
    Map<String, CSVRecord> scale = new HashMap<>();
    Reference.rows("survival-popepi/cases_time_scale.csv").forEach(r -> scale.put(r.get("id"), r));
    return Reference.rows("survival-popepi/cases.csv").stream()
        .filter(row -> scale.containsKey(row.get("id")))
        .filter(row -> row.get("diag_date").compareTo(row.get("exit_date")) < 0)
        .map(row -> parse(row, scale.get(row.get("id"))))
        .toList();
  }

  private static Case parse(CSVRecord row, CSVRecord scale) {
    IntervalTally.End end =
        switch (row.get("status")) {
          case "1" -> IntervalTally.End.OF_CANCER;
          case "2" -> IntervalTally.End.OTHER;
          default -> IntervalTally.End.ALIVE;
        };
    return new Case(
        scale.get("agegr").startsWith("75") ? "75+" : scale.get("agegr"),
        new IntervalTally.Person(
            1,
            Reference.number(row, "diag_age_years"),
            Reference.number(scale, "entry_yr"),
            0,
            Reference.number(scale, "fu_years"),
            end));
  }

  static PieceHazard hazard() {
    double[][] perYear = new double[OLDEST + 1][];
    for (int age = 0; age <= OLDEST; age++) {
      perYear[age] = new double[200];
    }
    int last = FIRST_YEAR;
    for (CSVRecord row : Reference.rows("survival-popepi/popmort_fi.csv")) {
      if (row.get("sex").equals("1")) {
        int year = Reference.integer(row, "year") - FIRST_YEAR;
        perYear[Reference.integer(row, "age")][year] = Reference.number(row, "hazard_per_year");
        last = Math.max(last, year);
      }
    }
    int end = last;
    return (sex, age, calendar) ->
        perYear[Math.min(OLDEST, (int) age)][Math.min(end, (int) calendar - FIRST_YEAR)];
  }

  static IntervalTally tally(
      List<Case> cases, Predicate<Case> belongs, double[] breaks, boolean period) {
    IntervalTally tally = IntervalTally.empty(breaks);
    PieceHazard hazard = hazard();
    double from = period ? 2008 : 0;
    double until = period ? 2013 : 9999;
    cases.stream()
        .filter(belongs)
        .flatMap(c -> c.observed(from, until).stream())
        .forEach(person -> tally.add(person, hazard));
    return tally;
  }

  static double[] breaks(String name) {
    int n = name.equals("monthly") ? 60 : 5;
    double[] breaks = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      breaks[k] = k * 5.0 / n;
    }
    return breaks;
  }
}
