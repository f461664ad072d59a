package org.tidemark.account;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of every staged record, by source and file, when it is known which of them count
 * through another one. The content of the records that count has a name that depends neither on
 * files nor on their order or partitions.
 */
public final class Census {
  private static final int HALF = 32;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private Census() {}

  /**
   * The fates of all staged records.
   *
   * @param accounts what staging counted
   * @param merged accepted rows that count through another one: table, place, hash and reason
   */
  public static List<Fate> of(List<PartCount> accounts, Dataset<Row> merged) {
    Map<List<String>, Fate> accepted = new TreeMap<>(Census::compare);
    List<Fate> fates = new ArrayList<>();
    for (PartCount account : accounts) {
      for (Fate fate : account.fates()) {
        if (fate.refusal() != null || fate.merged() != null) {
          fates.add(fate);
        } else {
          accepted.merge(place(fate), fate, Census::plus);
        }
      }
    }
    for (Fate fate : merged(merged)) {
      accepted.computeIfPresent(place(fate), (place, all) -> all.less(fate));
      fates.add(fate);
    }
    accepted.values().stream().filter(f -> f.records() > 0).forEach(fates::add);
    return List.copyOf(fates);
  }

  /**
   * A name for the content of the records that count: the same whatever files they came in. Records
   * enter by number and by the sums of their hashes, so order does not matter and repetition does.
   */
  public static String contentHash(List<Fate> fates) {
    Map<String, long[]> byTable = new TreeMap<>();
    fates.stream()
        .filter(f -> f.refusal() == null && f.merged() == null)
        .forEach(
            f -> {
              long[] sums = byTable.computeIfAbsent(f.table(), t -> new long[5]);
              sums[0] += f.records();
              for (int i = 0; i < 4; i++) {
                sums[i + 1] += f.content().get(i);
              }
            });
    StringBuilder text = new StringBuilder();
    byTable.forEach((table, sums) -> text.append(table).append(Arrays.toString(sums)));
    return text.toString();
  }

  /** Bounded by files × reasons. */
  private static List<Fate> merged(Dataset<Row> merged) {
    return merged
        .groupBy(
            StagedColumns.TABLE, StagedColumns.SOURCE, StagedColumns.FILE, StagedColumns.MERGED)
        .agg(
            count(lit(1)),
            sum(shiftrightunsigned(col(StagedColumns.HASH_HIGH), HALF)),
            sum(col(StagedColumns.HASH_HIGH).bitwiseAND(lit(LOW_HALF))),
            sum(shiftrightunsigned(col(StagedColumns.HASH_LOW), HALF)),
            sum(col(StagedColumns.HASH_LOW).bitwiseAND(lit(LOW_HALF))))
        .collectAsList()
        .stream()
        .map(Census::fate)
        .toList();
  }

  private static Fate fate(Row row) {
    return new Fate(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        null,
        null,
        row.getString(3),
        row.getLong(4),
        List.of(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)));
  }

  private static List<String> place(Fate fate) {
    return List.of(fate.table(), fate.source(), fate.file());
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join("\u0001", one).compareTo(String.join("\u0001", other));
  }

  private static Fate plus(Fate one, Fate other) {
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < one.content().size(); i++) {
      sums.add(one.content().get(i) + other.content().get(i));
    }
    return new Fate(
        one.table(),
        one.source(),
        one.file(),
        null,
        null,
        null,
        one.records() + other.records(),
        sums);
  }
}
