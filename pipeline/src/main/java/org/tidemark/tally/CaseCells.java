package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.model.AgeGroup;

/**
 * The one scan of tumours that incidence and data quality share: counts by grouping, cancer,
 * source, area, sex and year; by age group, and by each quality index. Coarser strata are sums of
 * these cells. Which tumours count is for the groupings to say: malignant ones, and those others
 * that a group names.
 */
public final class CaseCells {
  /** Cases by age group 0 to 17, then of unknown age. */
  public static final String CASES = "cases_by_age";

  /** Length of {@link #CASES}. */
  public static final int AGES = AgeGroup.COUNT + 1;

  private static final String COUNT = "n";

  private static final List<String> KEYS =
      List.of("grouping", "cancer", "source_id", "area", "sex", "year");

  private CaseCells() {}

  /** The cells of {@code derive}'s cases. */
  public static Dataset<Row> of(Dataset<Row> cases) {
    return cases
        .withColumn("area", coalesce(col("area"), lit("")))
        .withColumn("group", explode(col("groups")))
        .withColumn("grouping", col("group.grouping"))
        .withColumn("cancer", col("group.cancer"))
        .groupBy(keys("age_index"))
        .agg(count(lit(1)).as(COUNT), sums(i -> holding(i.numerator()), i -> holding(i.eligible())))
        // The first sums leave few rows; to spread ages over a vector costs a column each.
        .groupBy(keys())
        .agg(
            Vectors.byIndex("age_index", col(COUNT), AGES).as(CASES),
            sums(i -> sum(i.count()), i -> sum(i.base())));
  }

  private static Column[] keys(String... more) {
    return Stream.concat(KEYS.stream(), Stream.of(more)).map(c -> col(c)).toArray(Column[]::new);
  }

  private static Column[] sums(
      Function<QualityIndex, Column> count, Function<QualityIndex, Column> base) {
    return QualityIndex.all().stream()
        .flatMap(i -> Stream.of(count.apply(i).as(i.count()), base.apply(i).as(i.base())))
        .toArray(Column[]::new);
  }

  private static Column holding(String predicate) {
    return sum(expr("IF(" + predicate + ", 1L, 0L)"));
  }
}
