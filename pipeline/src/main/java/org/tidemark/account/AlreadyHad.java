package org.tidemark.account;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Files whose records, as many of each, all came in another file of the same source: sent twice,
 * under another name, packed anew or in another order. They are told by what the tasks counted, so
 * also where records bear no id that would show it, and count once: in the file first by name. Of
 * few records that say the same nobody can tell whether they are the same patients: such files
 * count, for a case too many is seen sooner than one that is lost.
 */
final class AlreadyHad {
  /** Why the records of such a file count through another one. */
  static final String REASON = "already-had";

  /** Fewer records than these may be alike by chance. */
  static final int FEWEST = 20;

  private static final String SEPARATOR = "\u0001";

  private AlreadyHad() {}

  /** The same without the rows and findings of files that were had already. */
  static Staged apart(Staged staged) {
    Set<String> again = again(staged.accounts());
    if (again.isEmpty()) {
      return staged;
    }
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    staged.tables().forEach((name, rows) -> tables.put(name, others(rows, again)));
    return new Staged(
        tables,
        others(staged.index(), again),
        staged.quarantine(),
        others(staged.found(), again),
        staged.links().map(links -> others(links, again)),
        staged.accounts().stream().map(account -> marked(account, again)).toList());
  }

  /** Source and file of each that another one of the same source and table holds already. */
  private static Set<String> again(List<PartCount> accounts) {
    Map<String, Map<String, long[]>> contents = new TreeMap<>();
    Map<String, String> files = new TreeMap<>();
    for (PartCount account : accounts) {
      for (Fate fate : account.fates()) {
        String place = String.join(SEPARATOR, fate.table(), fate.source(), fate.file());
        files.put(place, place(fate.source(), fate.file()));
        long[] sums =
            contents
                .computeIfAbsent(place, p -> new TreeMap<>())
                .computeIfAbsent(
                    fate.refusedAt() + SEPARATOR + fate.refusal(), ending -> new long[5]);
        sums[0] += fate.records();
        for (int i = 1; i < sums.length; i++) {
          sums[i] += fate.content().get(i - 1);
        }
      }
    }
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    contents.forEach(
        (place, endings) -> {
          StringBuilder content =
              new StringBuilder(place.substring(0, place.lastIndexOf(SEPARATOR)));
          endings.forEach((ending, sums) -> content.append(ending).append(Arrays.toString(sums)));
          long records = endings.values().stream().mapToLong(sums -> sums[0]).sum();
          if (records >= FEWEST && !seen.add(content.toString())) {
            again.add(files.get(place));
          }
        });
    return again;
  }

  private static PartCount marked(PartCount account, Set<String> again) {
    List<Fate> fates = new ArrayList<>();
    for (Fate fate : account.fates()) {
      boolean kept = fate.refusal() != null || !again.contains(place(fate.source(), fate.file()));
      fates.add(kept ? fate : fate.merged(REASON));
    }
    return new PartCount(
        account.table(),
        account.kept(),
        account.keyed(),
        account.refused(),
        account.found(),
        fates,
        others(account.findings(), again),
        account.years(),
        others(account.notApplicable(), again));
  }

  private static List<FindingCount> others(List<FindingCount> counts, Set<String> again) {
    return counts.stream().filter(f -> !again.contains(place(f.source(), f.file()))).toList();
  }

  private static Dataset<Row> others(Dataset<Row> rows, Set<String> again) {
    return rows.where(
        not(
            concat_ws(SEPARATOR, col(StagedColumns.SOURCE), col(StagedColumns.FILE))
                .isInCollection(again)));
  }

  private static String place(String source, String file) {
    return source + SEPARATOR + file;
  }
}
