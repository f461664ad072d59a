package org.tidemark.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * From what became of each record to the rows of {@code accounting}: at each stage those that went
 * on in one row, and those that did not in one row a reason.
 */
public final class Ledger {
  private static final String RESOLVE = StagedColumns.MERGED_AT;
  private static final List<String> REFUSING = List.of("ingest", "conform", "check");

  private Ledger() {}

  /** The accounting of all files, proved to join from stage to stage. */
  public static Accounting of(List<Fate> fates) {
    Map<List<String>, List<Fate>> files = new LinkedHashMap<>();
    for (Fate fate : fates) {
      files
          .computeIfAbsent(List.of(fate.source(), fate.file()), place -> new ArrayList<>())
          .add(fate);
    }
    List<AccountingRow> rows = new ArrayList<>();
    files.forEach((place, own) -> rows.addAll(stages(place.get(0), place.get(1), own)));
    return Accounting.of(rows).assertContinuous();
  }

  /** A file of which nothing was read: it stands in the accounting by name. */
  public static AccountingRow refusedFile(String source, String file, String rule) {
    return new AccountingRow(REFUSING.get(0), source, file, 0, 0, 0, 0, rule);
  }

  private static List<AccountingRow> stages(String source, String file, List<Fate> fates) {
    List<AccountingRow> rows = new ArrayList<>();
    long left = fates.stream().mapToLong(Fate::records).sum();
    for (String stage : REFUSING) {
      Map<String, Long> refused =
          byReason(fates.stream().filter(f -> stage.equals(f.refusedAt())).toList(), Fate::refusal);
      left -= refused.values().stream().mapToLong(Long::longValue).sum();
      rows.add(new AccountingRow(stage, source, file, left, left, 0, 0, ""));
      refused.forEach(
          (rule, n) -> rows.add(new AccountingRow(stage, source, file, n, 0, n, 0, rule)));
    }
    Map<String, Long> merged =
        byReason(fates.stream().filter(f -> f.merged() != null).toList(), Fate::merged);
    long counting = left - merged.values().stream().mapToLong(Long::longValue).sum();
    rows.add(new AccountingRow(RESOLVE, source, file, counting, counting, 0, 0, ""));
    merged.forEach((why, n) -> rows.add(new AccountingRow(RESOLVE, source, file, n, 0, 0, n, why)));
    return rows;
  }

  private static Map<String, Long> byReason(List<Fate> fates, Function<Fate, String> reason) {
    Map<String, Long> counts = new TreeMap<>();
    fates.forEach(f -> counts.merge(reason.apply(f), f.records(), Long::sum));
    return counts;
  }
}
