package org.tidemark.jobs;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.account.AccountingRow;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;

/**
 * What {@code check} says of each source: received, accepted, refused by reason, findings by rule.
 */
final class SourceSummary {
  private SourceSummary() {}

  static void print(
      PrintWriter out, Programme programme, Counting counting, Dataset<Row> findings) {
    // Bounded by rules × sources: the periods and areas are summed over.
    List<Row> rules =
        findings
            .groupBy("source", "rule", "severity")
            .sum("count")
            .orderBy("source", "rule")
            .collectAsList();
    for (Source source : programme.sources()) {
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
      counting.accounting().rows().stream()
          .filter(r -> r.source().equals(source.id()) && !r.reason().isEmpty())
          .sorted(Comparator.comparing(AccountingRow::file).thenComparing(AccountingRow::reason))
          .forEach(r -> out.printf("  %-9s %s: %s%n", r.stage(), r.file(), reason(r)));
      rules.stream()
          .filter(r -> r.getString(0).equals(source.id()))
          .forEach(
              r -> out.printf("  %-9s %s: %d%n", r.getString(2), r.getString(1), r.getLong(3)));
    }
  }

  private static String reason(AccountingRow row) {
    return row.reason() + ": " + Math.max(row.rejected(), row.merged());
  }
}
