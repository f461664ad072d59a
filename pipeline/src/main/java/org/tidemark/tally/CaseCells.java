package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.derive.Classification;
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

  /** What a cell is of. */
  static final List<String> KEYS =
      List.of("grouping", "cancer", "source_id", "area", "sex", "year");

  private CaseCells() {}

  /**
   * The cells of {@code derive}'s cases.
   *
   * @param classification the groupings by which to count
   * @param quality whether to count each {@link QualityIndex} too; else what they ask for is not
   *     read
   */
  public static Dataset<Row> of(
      Dataset<Row> cases, Classification classification, boolean quality) {
    List<String> counted = quality ? QualityIndex.columns() : List.of();
    // Each task adds up its own rows; few cells are left to be added up among tasks.
    JavaRDD<InternalRow> parts =
        cases
            .select(columns(quality))
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(rows -> CellTally.of(classification, quality, rows).cells());
    return ((org.apache.spark.sql.classic.SparkSession) cases.sparkSession())
        .internalCreateDataFrame(parts.rdd(), schema(counted), false)
        .groupBy(KEYS.stream().map(c -> col(c)).toArray(Column[]::new))
        .agg(
            Vectors.sumOf(CASES, AGES).as(CASES),
            counted.stream().map(c -> sum(c).as(c)).toArray(Column[]::new));
  }

  private static Column[] columns(boolean quality) {
    return Stream.concat(
            CellTally.COLUMNS.stream(),
            quality ? CellTally.QUALITY_COLUMNS.stream() : Stream.<String>empty())
        .map(c -> c.equals("area") ? coalesce(col(c), lit("")).as(c) : col(c))
        .toArray(Column[]::new);
  }

  private static StructType schema(List<String> counted) {
    StructType schema = new StructType();
    for (String key : KEYS) {
      schema = schema.add(key, key.equals("year") ? DataTypes.IntegerType : DataTypes.StringType);
    }
    schema = schema.add(CASES, DataTypes.createArrayType(DataTypes.LongType, false));
    for (String column : counted) {
      schema = schema.add(column, DataTypes.LongType);
    }
    return schema;
  }
}
