package org.tidemark.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;

/**
 * Tells rows whose hash other rows have too, so that only these are brought together: most persons
 * have one tumour, and hardly a row is sent twice. Numbers alone are shuffled, eight bytes a row,
 * and sorted as an array. Where Spark is to shuffle into one partition nothing is asked before: the
 * rows are few, and one more job would cost more than it saves.
 */
final class Repeated {
  /** Of more repeated hashes than these all rows may as well be brought together. */
  private static final int MOST = 1 << 22;

  private Repeated() {}

  /**
   * Whether a row is to be looked at: true wherever another row has its hash.
   *
   * @param hashes rows of which that column is read, at once
   * @param hash the column, a BIGINT that is never null and spreads evenly
   */
  static Column among(Dataset<Row> hashes, String hash) {
    SparkSession spark = hashes.sparkSession();
    int parts = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    if (parts == 1) {
      return lit(true);
    }
    JavaPairRDD<Integer, long[]> apart =
        hashes
            .select(col(hash))
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitionsToPair(rows -> apart(rows, parts));
    List<long[]> found =
        apart
            .partitionBy(new HashPartitioner(parts))
            .values()
            .mapPartitions(own -> List.of(repeated(own)).iterator())
            .collect();
    long[] all = found.stream().flatMapToLong(LongStream::of).sorted().toArray();
    if (all.length == 0 || all.length > MOST) {
      return lit(all.length > 0);
    }
    Broadcast<long[]> known =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(all);
    UDF1<Long, Boolean> among = one -> Arrays.binarySearch(known.value(), one) >= 0;
    return udf(among, DataTypes.BooleanType).apply(col(hash));
  }

  /** The hashes of a part, those that meet in one task together. */
  private static Iterator<Tuple2<Integer, long[]>> apart(Iterator<InternalRow> rows, int parts) {
    LongStream.Builder[] apart =
        IntStream.range(0, parts)
            .mapToObj(part -> LongStream.builder())
            .toArray(LongStream.Builder[]::new);
    while (rows.hasNext()) {
      long hash = rows.next().getLong(0);
      apart[Math.floorMod(Long.hashCode(hash), parts)].add(hash);
    }
    return IntStream.range(0, parts)
        .mapToObj(part -> new Tuple2<>(part, apart[part].build().toArray()))
        .iterator();
  }

  /** Those that stand more than once, once each; all that met, but no more than are of use. */
  private static long[] repeated(Iterator<long[]> parts) {
    LongStream.Builder all = LongStream.builder();
    parts.forEachRemaining(part -> LongStream.of(part).forEach(all));
    long[] sorted = all.build().sorted().toArray();
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .filter(i -> i == 1 || sorted[i] != sorted[i - 2])
        .mapToLong(i -> sorted[i])
        .limit(MOST + 1L)
        .toArray();
  }
}
