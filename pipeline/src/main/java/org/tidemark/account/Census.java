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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of every staged record, by source and file, when it is known which of them count
 * through another one. The content of the records that count has a name that depends neither on
 * files nor on their order or partitions.
 */
public final class Census {
  private static final String SEPARATOR = "\u0001";
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
   * A name for what was sent, the same whatever files it came in: the content of the records that
   * count, and the refused ones by rule and text, since accounts and findings tell of them. Records
   * enter by number and by the sums of their hashes, so order does not matter and repetition does;
   * but a file that was had already is not there a second time.
   */
  public static String contentHash(List<Fate> fates) {
    Set<String> again =
        fates.stream()
            .filter(f -> AlreadyHad.REASON.equals(f.merged()))
            .map(f -> String.join(SEPARATOR, place(f)))
            .collect(Collectors.toSet());
    Map<String, long[]> sums = new TreeMap<>();
    for (Fate fate : fates) {
      if (fate.refusal() != null && !again.contains(String.join(SEPARATOR, place(fate)))) {
        add(
            sums.computeIfAbsent(
                String.join(
                    SEPARATOR, fate.table(), fate.source(), fate.refusedAt(), fate.refusal()),
                ending -> new long[5]),
            fate);
      } else if (fate.refusal() == null && fate.merged() == null) {
        add(sums.computeIfAbsent(fate.table(), table -> new long[5]), fate);
      }
    }
    StringBuilder text = new StringBuilder();
    sums.forEach((of, all) -> text.append(of).append(Arrays.toString(all)));
    return text.toString();
  }

  private static void add(long[] sums, Fate fate) {
    sums[0] += fate.records();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += fate.content().get(i - 1);
    }
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
    return String.join(SEPARATOR, one).compareTo(String.join(SEPARATOR, other));
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
