package org.tidemark.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The incidence inputs of the reference folder, as counts by age group. */
final class IncidenceReference {
  private static final int UNKNOWN = 19;

  private IncidenceReference() {}

  static Map<List<String>, AgeSpecificCounts> ci5() {
    Map<List<String>, Table> tables = new HashMap<>();
    for (CSVRecord row : Reference.rows("incidence/ci5xii_counts.csv")) {
      tables
          .computeIfAbsent(key(row), k -> new Table())
          .put(
              Reference.integer(row, "age_group"),
              (long) Reference.number(row, "cases"),
              Reference.number(row, "py"));
    }
    return counts(tables);
  }

  static Map<List<String>, AgeSpecificCounts> yearly() {
    Map<List<String>, Table> tables = new HashMap<>();
    for (CSVRecord row : Reference.rows("incidence/yearly_counts.csv")) {
      int age = Reference.integer(row, "age_lower");
      tables
          .computeIfAbsent(yearlyKey(row), k -> new Table())
          .put(
              age == 99 ? UNKNOWN : age / 5 + 1,
              (long) Reference.number(row, "cases"),
              Reference.number(row, "py"));
    }
    return counts(tables);
  }

  /** The Finnish counts of one year. */
  static AgeSpecificCounts rectum(String year) {
    Table table = new Table();
    Reference.rows("survival-popepi/incidence_counts.csv").stream()
        .filter(row -> row.get("year").equals(year))
        .forEach(
            row ->
                table.put(
                    Reference.integer(row, "age_group_lower") / 5 + 1,
                    (long) Reference.number(row, "cases"),
                    Reference.number(row, "population")));
    return table.counts();
  }

  static List<String> key(CSVRecord row) {
    return List.of(row.get("registry"), row.get("cancer"), row.get("sex"));
  }

  static List<String> yearlyKey(CSVRecord row) {
    return List.of(row.get("registry"), row.get("sex"), row.get("year"));
  }

  static double[] weights(String standard) {
    return Reference.rows("incidence/standard_populations.csv").stream()
        .mapToDouble(row -> Reference.number(row, column(standard)))
        .toArray();
  }

  static final class Table {
    final long[] cases = new long[AgeSpecificCounts.GROUPS];
    final double[] personYears = new double[AgeSpecificCounts.GROUPS];
    private long unknown;

    void put(int group, long d, double n) {
      if (group == UNKNOWN) {
        unknown += d;
      } else {
        cases[group - 1] += d;
        personYears[group - 1] += n;
      }
    }

    AgeSpecificCounts counts() {
      return AgeSpecificCounts.of(cases, unknown, personYears);
    }
  }

  private static Map<List<String>, AgeSpecificCounts> counts(Map<List<String>, Table> tables) {
    Map<List<String>, AgeSpecificCounts> counts = new HashMap<>();
    tables.forEach((key, table) -> counts.put(key, table.counts()));
    return counts;
  }

  private static String column(String standard) {
    return switch (standard) {
      case "EURO" -> "EURO1976";
      case "EURO2" -> "EURO2013";
      case "WHO" -> "WHO2000";
      default -> standard;
    };
  }
}
