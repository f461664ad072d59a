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
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts every staged record once, from the data themselves: by source, file, and what became of
 * it. The same scan adds up the hashes of the records that count, so that the content of a run has
 * a name that does not depend on files, their order or their partitions.
 *
 * <p>Counts are not taken from accumulators: those are not exact when a task is retried.
 */
public final class Census {
  private static final String TABLE = "table";
  private static final String N = "n";
  private static final List<String> FATE =
      List.of(
          TABLE,
          StagedColumns.SOURCE,
          StagedColumns.FILE,
          StagedColumns.REFUSED_AT,
          StagedColumns.REFUSAL,
          StagedColumns.MERGED);
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private Census() {}

  /**
   * What became of the records of one file.
   *
   * @param table the shared-schema table
   * @param source the source's id
   * @param file the file's name
   * @param refusedAt the stage that refused them, or null
   * @param refusal the rule that refused them, or null
   * @param merged why they count through another record, or null
   * @param records how many
   * @param content four sums of their hashes, of 32 bits a record each
   */
  public record Fate(
      String table,
      String source,
      String file,
      String refusedAt,
      String refusal,
      String merged,
      long records,
      List<Long> content) {}

  /**
   * The fates of all staged records.
   *
   * @param staged staged rows by table name
   * @param merged the places of rows that count through another one, with the reason
   */
  public static List<Fate> of(Map<String, Dataset<Row>> staged, Dataset<Row> merged) {
    List<Dataset<Row>> parts = new ArrayList<>();
    staged.forEach((name, rows) -> parts.add(counted(name, rows)));
    Dataset<Row> all = parts.stream().reduce(Dataset::union).orElseThrow();
    String[] place =
        Stream.concat(Stream.of(TABLE), StagedColumns.PLACE.stream()).toArray(String[]::new);
    // Bounded by files × rules: one row for each way that records of a file ended.
    return all
        .join(merged, place, "left")
        .groupBy(FATE.stream().map(c -> col(c)).toArray(Column[]::new))
        .agg(
            count(lit(1)).as(N),
            sum(shiftrightunsigned(col(StagedColumns.HASH_HIGH), 32)),
            sum(col(StagedColumns.HASH_HIGH).bitwiseAND(lit(LOW_HALF))),
            sum(shiftrightunsigned(col(StagedColumns.HASH_LOW), 32)),
            sum(col(StagedColumns.HASH_LOW).bitwiseAND(lit(LOW_HALF))))
        .collectAsList()
        .stream()
        .map(Census::fate)
        .toList();
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

  private static Dataset<Row> counted(String table, Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(lit(table).as(TABLE));
    StagedColumns.PLACE.forEach(c -> columns.add(col(c)));
    for (String name :
        List.of(
            StagedColumns.REFUSED_AT,
            StagedColumns.REFUSAL,
            StagedColumns.HASH_HIGH,
            StagedColumns.HASH_LOW)) {
      columns.add(col(name));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Fate fate(Row row) {
    return new Fate(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        List.of(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)));
  }
}
