package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the cases of one published stratum came to enter its survival, or did not: what the rows of
 * {@code survival} say themselves, so that no record is read again. Records that were refused have
 * no stratum, for nothing of them is believed; they stand in the flow of their sources.
 *
 * @param stratum the columns that the stratum is of, with their values
 * @param leftOut reason → how many, in the words of the note, which may be "fewer than 5"
 * @param entered the number that entered; empty where it is not shown
 */
record StratumFlow(Map<String, String> stratum, Map<String, String> leftOut, String entered) {
  private static final List<String> COLUMNS =
      List.of("area", "cancer", "sex", "age_group", "stage", "deprivation", "period", "approach");

  private static final Pattern NOTE = Pattern.compile("(?:^|; )not included: ([^;]+)");
  private static final Pattern REASON = Pattern.compile("(fewer than \\d+|\\d+) ([a-z0-9-]+)");

  /** The flow of each stratum that rows of {@code survival} are of, and of each set of reasons. */
  static List<StratumFlow> of(List<Map<String, String>> rows) {
    return rows.stream().map(StratumFlow::of).distinct().toList();
  }

  private static StratumFlow of(Map<String, String> row) {
    Map<String, String> stratum = new LinkedHashMap<>();
    COLUMNS.stream()
        .filter(column -> !row.getOrDefault(column, "").isEmpty())
        .forEach(column -> stratum.put(column, row.get(column)));
    return new StratumFlow(stratum, reasons(row.get("note")), row.get("cases"));
  }

  private static Map<String, String> reasons(String note) {
    Map<String, String> reasons = new LinkedHashMap<>();
    Matcher told = NOTE.matcher(note);
    if (told.find()) {
      Matcher one = REASON.matcher(told.group(1));
      while (one.find()) {
        reasons.put(one.group(2), one.group(1));
      }
    }
    return reasons;
  }

  void print(PrintWriter out) {
    StringBuilder name = new StringBuilder();
    stratum.forEach((column, value) -> name.append(", ").append(column).append(' ').append(value));
    out.printf("%nFlow of the stratum%s%n", name.isEmpty() ? ": all cases" : name.substring(1));
    line(out, "malignant tumours of sources with follow-up", sum());
    leftOut.forEach((reason, count) -> line(out, "  " + reason, count));
    line(out, "entered", entered.isEmpty() ? "not shown" : entered);
  }

  /** The cases that were asked about: a number where every part of it is told. */
  private String sum() {
    boolean told = !entered.isEmpty() && leftOut.values().stream().allMatch(StratumFlow::whole);
    if (!told) {
      return "not shown";
    }
    long sum = leftOut.values().stream().mapToLong(Long::parseLong).sum();
    return Long.toString(sum + Long.parseLong(entered));
  }

  private static boolean whole(String count) {
    return count.chars().allMatch(Character::isDigit);
  }

  private static void line(PrintWriter out, String what, String count) {
    out.printf("  %-44s %10s%n", what, count);
  }
}
