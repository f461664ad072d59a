package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.tidemark.account.AccountingRow;
import org.tidemark.publish.Manifest;
import org.tidemark.tally.SurvivalExclusions;

/** Prints how rows of {@code survival} came about. */
final class SurvivalExplanation {
  private static final List<String> STRATUM =
      List.of(
          "area",
          "cancer",
          "sex",
          "age_group",
          "stage",
          "deprivation",
          "period",
          "approach",
          "age_standard");

  private static final List<String> FIGURE =
      List.of("value", "lower", "upper", "at_risk", "deaths", "cases", "lost", "status", "note");

  private final Manifest manifest;
  private final List<Map<String, String>> findings;
  private final Set<String> counted;

  private SurvivalExplanation(
      Manifest manifest, List<Map<String, String>> findings, Set<String> counted) {
    this.manifest = manifest;
    this.findings = findings;
    this.counted = counted;
  }

  /**
   * An explanation from one publication.
   *
   * @param findings rows of its {@code finding}
   * @param quality rows of its {@code quality}, which name the sources of tumours; may be empty
   */
  static SurvivalExplanation of(
      Manifest manifest, List<Map<String, String>> findings, List<Map<String, String>> quality) {
    return new SurvivalExplanation(
        manifest,
        findings,
        quality.stream().map(row -> row.get("source")).collect(Collectors.toSet()));
  }

  void print(PrintWriter out, List<Map<String, String>> rows) {
    out.printf("Run %s of programme %s%n", manifest.runId(), manifest.provenance().programme());
    rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get("measure") + ", " + row.get("method"),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((name, own) -> method(out, name, own));
    StratumFlow.of(rows).forEach(flow -> flow.print(out));
    flow(out);
    out.println("\nFiles read, those of the life table among them");
    manifest
        .provenance()
        .inputs()
        .forEach(
            file ->
                out.printf(
                    "  %-16s %s, %d records, SHA-256 %s%n",
                    file.source(), file.path(), file.rows(), file.sha256()));
  }

  private static void method(PrintWriter out, String name, List<Map<String, String>> rows) {
    out.printf("%n%s%n", name);
    out.println("  means    " + SurvivalMeaning.measure(rows.get(0).get("measure")));
    out.println("  formula  " + SurvivalMeaning.method(rows.get(0).get("method")));
    for (Map<String, String> row : rows) {
      out.printf("  %s years, limits %s", row.get("years"), row.get("interval"));
      said(row, STRATUM).forEach((column, value) -> out.printf(", %s %s", column, value));
      out.println();
      said(row, FIGURE).forEach((column, value) -> out.printf("    %-8s %s%n", column, value));
    }
  }

  private static Map<String, String> said(Map<String, String> row, List<String> columns) {
    Map<String, String> said = new LinkedHashMap<>();
    columns.stream()
        .filter(column -> !row.getOrDefault(column, "").isEmpty())
        .forEach(column -> said.put(column, row.get(column)));
    return said;
  }

  /** From what was received to what entered, over the sources that sent tumours. */
  private void flow(PrintWriter out) {
    Set<String> sources = tumourSources();
    out.printf("%nFlow of tumour records of %s%n", String.join(", ", sources));
    List<AccountingRow> accounts =
        manifest.provenance().accounting().stream()
            .filter(row -> sources.contains(row.source()))
            .toList();
    line(out, "received", sum(accounts, "ingest", AccountingRow::recordsIn));
    for (String stage : List.of("ingest", "conform", "check")) {
      line(out, "  rejected in " + stage, sum(accounts, stage, AccountingRow::rejected));
    }
    line(out, "  duplicates and superseded", sum(accounts, "resolve", AccountingRow::merged));
    line(out, "tumours that count", sum(accounts, "resolve", AccountingRow::accepted));
    Map<String, Long> reasons = new TreeMap<>();
    long left = 0;
    boolean told = true;
    for (Map<String, String> finding : findings) {
      if (finding.get("rule").startsWith(SurvivalExclusions.RULE)) {
        told &= !finding.get("count").isEmpty();
        long count = finding.get("count").isEmpty() ? 0 : Long.parseLong(finding.get("count"));
        reasons.merge(finding.get("rule"), count, Long::sum);
        left += count;
      }
    }
    reasons.forEach((rule, count) -> line(out, "  " + rule, count));
    line(
        out,
        told ? "entered, of all strata and years" : "entered at most: small counts are not told",
        sum(accounts, "resolve", AccountingRow::accepted) - left);
  }

  private static void line(PrintWriter out, String what, long count) {
    out.printf("  %-40s %10d%n", what, count);
  }

  private static long sum(
      List<AccountingRow> accounts, String stage, ToLongFunction<AccountingRow> column) {
    return accounts.stream().filter(row -> row.stage().equals(stage)).mapToLong(column).sum();
  }

  /** Sources whose tumours were counted by quality or left out of survival; else all. */
  private Set<String> tumourSources() {
    Set<String> sources = new TreeSet<>(counted);
    findings.stream()
        .filter(row -> row.get("rule").startsWith(SurvivalExclusions.RULE))
        .forEach(row -> sources.add(row.get("source")));
    if (sources.isEmpty()) {
      manifest.provenance().accounting().forEach(row -> sources.add(row.source()));
    }
    sources.remove("");
    return sources;
  }
}
