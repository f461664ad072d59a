package org.tidemark.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What staging leaves to the later stages.
 *
 * @param tables accepted rows by table, in the order of names: the fields, the place, the findings
 * @param index the {@link Index} of rows that have a name
 * @param quarantine refused records: source, file, record number, table, stage, rule, raw text
 * @param found records that broke rules, refused or not: source, file, record number, table,
 *     registry, tumour, area, year, and the ids of all the rules, separated by blanks
 * @param links what accepted rows say to checks against other rows, as {@link Link#columns} has
 *     them; empty where there is no such check
 * @param accounts what the tasks counted
 */
public record Staged(
    Map<String, Dataset<Row>> tables,
    Dataset<Row> index,
    Dataset<Row> quarantine,
    Dataset<Row> found,
    Optional<Dataset<Row>> links,
    List<PartCount> accounts) {
  /** Copies the list. */
  public Staged {
    accounts = List.copyOf(accounts);
  }

  /**
   * The same with what later stages found of accepted rows of one table.
   *
   * @param more rows as {@link #found} has them
   * @param records how many rows there are, or more where several rules speak of one
   * @param counts how often each rule speaks that is to be published
   */
  public Staged finding(String table, Dataset<Row> more, long records, List<FindingCount> counts) {
    List<PartCount> all = new ArrayList<>(accounts);
    all.add(new PartCount(table, 0, 0, 0, records, List.of(), counts, List.of(), List.of()));
    return new Staged(tables, index, quarantine, found.union(more), links, all);
  }

  /** The same with what checks against other rows found, and its accounts. */
  Staged judged(Dataset<Row> more, List<PartCount> counts) {
    List<PartCount> all = new ArrayList<>(accounts);
    all.addAll(counts);
    boolean first = accounts.stream().noneMatch(a -> a.found() > 0);
    return new Staged(tables, index, quarantine, first ? more : found.union(more), links, all);
  }

  /** Source → records that reached the checks, without those of files that were had already. */
  public Map<String, Long> checked() {
    Set<List<String>> again = new HashSet<>();
    fates()
        .filter(f -> AlreadyHad.REASON.equals(f.merged()))
        .forEach(f -> again.add(List.of(f.source(), f.file())));
    Map<String, Long> checked = new TreeMap<>();
    fates()
        .filter(f -> f.merged() == null && !again.contains(List.of(f.source(), f.file())))
        .filter(f -> f.refusedAt() == null || f.refusedAt().equals(StagedTables.CHECK.toString()))
        .forEach(f -> checked.merge(f.source(), f.records(), Long::sum));
    return checked;
  }

  private Stream<Fate> fates() {
    return accounts.stream().flatMap(a -> a.fates().stream());
  }

  /** How many records, refused or not, broke a rule. */
  public long broken() {
    return accounts.stream().mapToLong(PartCount::found).sum();
  }

  /** How many records were refused. */
  public long refused() {
    return accounts.stream().mapToLong(PartCount::refused).sum();
  }
}
