package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.AccountingRow;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;

/**
 * What {@code check} says of each source: received, accepted, refused by reason, findings by rule;
 * for each rule the first record that broke it.
 */
final class SourceSummary {
  private final Programme programme;
  private final Counting counting;
  private final List<Row> rules;
  private final List<Example> examples;
  private final Map<String, List<String>> dropped;
  private final List<Sign> signs;

  private SourceSummary(
      Programme programme,
      Counting counting,
      List<Row> rules,
      List<Example> examples,
      Map<String, List<String>> dropped,
      List<Sign> signs) {
    this.programme = programme;
    this.counting = counting;
    this.rules = rules;
    this.examples = examples;
    this.dropped = dropped;
    this.signs = signs;
  }

  static void print(
      PrintWriter out,
      Programme programme,
      Counting counting,
      Dataset<Row> findings,
      List<Example> examples,
      Map<String, List<String>> dropped,
      List<Sign> signs) {
    // Bounded by rules × sources: the periods and areas are summed over.
    List<Row> rules =
        findings
            .groupBy("source", "rule", "severity")
            .sum("count")
            .orderBy("source", "rule")
            .collectAsList();
    SourceSummary summary = new SourceSummary(programme, counting, rules, examples, dropped, signs);
    programme.sources().forEach(source -> summary.print(out, source));
  }

  private void print(PrintWriter out, Source source) {
    long in = counting.accounting().total("ingest", source.id()).recordsIn();
    long kept = counting.accounting().total("check", source.id()).accepted();
    out.printf(
        Locale.ROOT,
        "%s (%s): %d received, %d accepted, %d refused%n",
        source.id(),
        source.table(),
        in,
        kept,
        in - kept);
    List<String> left = dropped.getOrDefault(source.id(), List.of());
    if (!left.isEmpty()) {
      out.printf("  %-9s %s: not read, not kept%n", "dropped", String.join(", ", left));
    }
    counting.accounting().rows().stream()
        .filter(r -> r.source().equals(source.id()) && !r.reason().isEmpty())
        .sorted(Comparator.comparing(AccountingRow::file).thenComparing(AccountingRow::reason))
        .forEach(r -> out.printf("  %-9s %s: %s%n", r.stage(), r.file(), reason(r)));
    rules.stream()
        .filter(r -> r.getString(0).equals(source.id()))
        .forEach(r -> out.printf("  %-9s %s: %s%n", r.getString(2), r.getString(1), found(r)));
  }

  private String reason(AccountingRow row) {
    String example =
        example(row.source(), row.reason(), e -> e.file().equals(row.file()))
            .map(e -> ", as in record " + e.record())
            .orElse("");
    return row.reason() + ": " + Math.max(row.rejected(), row.merged()) + example;
  }

  private String found(Row finding) {
    String example =
        example(finding.getString(0), finding.getString(1), e -> true)
            .map(e -> ", as in " + e.file() + ", record " + e.record())
            .or(() -> sign(finding.getString(0), finding.getString(1)).map(s -> ", " + s))
            .orElse("");
    return finding.getLong(3) + example;
  }

  private Optional<String> sign(String source, String rule) {
    return signs.stream()
        .filter(s -> s.source().equals(source) && s.rule().equals(rule) && !s.said().isEmpty())
        .map(Sign::said)
        .findFirst();
  }

  private Optional<Example> example(String source, String rule, Predicate<Example> where) {
    return examples.stream()
        .filter(e -> e.source().equals(source) && e.rule().equals(rule))
        .filter(where)
        .findFirst();
  }
}
