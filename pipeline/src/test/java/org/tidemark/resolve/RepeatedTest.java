package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.testing.SparkSessionExtension;

/** Rows of one hash are found wherever they lie, and no others. */
@ExtendWith(SparkSessionExtension.class)
class RepeatedTest {
  private static final String HASH = "hash";

  private static Dataset<Row> rows(SparkSession spark, List<Long> hashes, int partitions) {
    return spark.createDataset(hashes, Encoders.LONG()).toDF(HASH).repartition(partitions);
  }

  @Test
  void rowsOfAHashThatOthersHaveTooAreTold(SparkSession spark) {
    Random random = new Random(11);
    List<Long> hashes =
        IntStream.range(0, 2_000)
            .mapToObj(i -> random.nextInt(1_500) * 0x9E3779B97F4A7C15L)
            .toList();
    Map<Long, Long> counts = new HashMap<>();
    hashes.forEach(hash -> counts.merge(hash, 1L, Long::sum));
    Dataset<Row> all = rows(spark, hashes, 5);
    List<Long> told = all.where(Repeated.among(all, HASH)).as(Encoders.LONG()).collectAsList();
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            hashes.stream().filter(hash -> counts.get(hash) > 1).toList())
        .hasSizeLessThan(hashes.size());
  }

  @Test
  void whereAllDifferNoneIsTold(SparkSession spark) {
    Dataset<Row> all = rows(spark, List.of(3L, -3L, 0L, Long.MAX_VALUE, Long.MIN_VALUE), 2);
    assertThat(all.where(Repeated.among(all, HASH)).count()).isZero();
  }

  @Test
  void aFewRowsAreAllTold(SparkSession spark) {
    String before = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "1");
    try {
      Dataset<Row> all = rows(spark, List.of(1L, 2L, 2L), 1);
      assertThat(all.where(Repeated.among(all, HASH)).count()).isEqualTo(3);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", before);
    }
  }
}
