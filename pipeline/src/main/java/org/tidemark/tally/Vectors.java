package org.tidemark.tally;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/** Counts by age group as one array column, so that a stratum stays one row. */
final class Vectors {
  private Vectors() {}

  /** An array whose element i is the sum of {@code amount} over rows whose {@code index} is i. */
  static Column byIndex(String index, Column amount, int length) {
    return array(
        IntStream.range(0, length)
            .mapToObj(i -> sum(when(col(index).equalTo(i), amount).otherwise(lit(0L))))
            .toArray(Column[]::new));
  }

  /** The element-wise sum of an array column. */
  static Column sumOf(String vector, int length) {
    return array(
        IntStream.range(0, length)
            .mapToObj(i -> sum(col(vector).getItem(i)))
            .toArray(Column[]::new));
  }
}
