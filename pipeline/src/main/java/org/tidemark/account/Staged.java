package org.tidemark.account;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What staging leaves to the later stages.
 *
 * @param tables accepted rows by table, in the order of names: the fields, the place, the findings
 * @param index the {@link Index} of rows that have a name
 * @param quarantine refused records: source, file, record number, table, stage, rule, raw text
 * @param refusedFindings of the same records all rules that they break, and which tumour they are
 *     of
 * @param accounts what the tasks counted
 */
public record Staged(
    Map<String, Dataset<Row>> tables,
    Dataset<Row> index,
    Dataset<Row> quarantine,
    Dataset<Row> refusedFindings,
    List<PartCount> accounts) {
  /** Copies the list. */
  public Staged {
    accounts = List.copyOf(accounts);
  }

  /** How many rules were broken, by records accepted and refused; what was overridden too. */
  public long found() {
    return refused()
        + accounts.stream()
            .flatMap(a -> a.findings().stream())
            .mapToLong(FindingCount::count)
            .sum();
  }

  /** How many records were refused. */
  public long refused() {
    return accounts.stream().mapToLong(PartCount::refused).sum();
  }
}
