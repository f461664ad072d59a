package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the cases of one published stratum came to enter its survival, or did not: what the rows of
 * {@code survival} say themselves, so that no record is read again. Records that were refused have
 * no stratum, for nothing of them is believed; they stand in the flow of their sources.
 *
 * @param stratum the columns that the stratum is of, with their values
 * @param leftOut reason → how many; empty where that is not told
 * @param entered the number that entered; empty where it is not shown
 */
record StratumFlow(Map<String, String> stratum, Map<String, String> leftOut, String entered) {
  private static final List<String> COLUMNS =
      List.of("area", "cancer", "sex", "age_group", "stage", "deprivation", "period", "approach");

  private static final String NOT_SHOWN = "not shown";

  /** The flow of each stratum that rows of {@code survival} are of, and of each set of reasons. */
  static List<StratumFlow> of(List<Map<String, String>> rows) {
    return rows.stream().map(StratumFlow::of).distinct().toList();
  }

  private static StratumFlow of(Map<String, String> row) {
    Map<String, String> stratum = new LinkedHashMap<>();
    COLUMNS.stream()
        .filter(column -> !row.getOrDefault(column, "").isEmpty())
        .forEach(column -> stratum.put(column, row.get(column)));
    return new StratumFlow(stratum, reasons(row.get("not_included")), row.get("cases"));
  }

  private static Map<String, String> reasons(String listed) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String one : listed.isEmpty() ? new String[0] : listed.split(";")) {
      int at = one.indexOf(':');
      reasons.put(one.substring(0, at), one.substring(at + 1));
    }
    return reasons;
  }

  void print(PrintWriter out) {
    StringBuilder name = new StringBuilder();
    stratum.forEach((column, value) -> name.append(", ").append(column).append(' ').append(value));
    out.printf("%nFlow of the stratum%s%n", name.isEmpty() ? ": all cases" : name.substring(1));
    line(out, "malignant tumours of sources with follow-up", sum());
    leftOut.forEach((reason, count) -> line(out, "  " + reason, count));
    line(out, "entered", entered);
  }

  /** The cases that were asked about; empty where a part of it is not told. */
  private String sum() {
    if (entered.isEmpty() || leftOut.containsValue("")) {
      return "";
    }
    long sum = leftOut.values().stream().mapToLong(Long::parseLong).sum();
    return Long.toString(sum + Long.parseLong(entered));
  }

  private static void line(PrintWriter out, String what, String count) {
    out.printf("  %-44s %10s%n", what, count.isEmpty() ? NOT_SHOWN : count);
  }
}
