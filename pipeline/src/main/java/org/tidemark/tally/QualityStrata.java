package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;

/** The counts behind each quality index, by the strata of one analysis. */
public final class QualityStrata {
  /** The dimensions of a stratum, as published; empty where summed over. */
  public static final List<String> KEYS = List.of("area", "source", "cancer", "sex");

  /** Calendar years of the stratum. */
  public static final String PERIOD = "period";

  private static final Map<String, String> CELL_COLUMN =
      Map.of("area", "area", "source", "source_id", "cancer", "cancer", "sex", "sex");

  private QualityStrata() {}

  /** One row a stratum: the keys, the period, and two counts an index. */
  public static Dataset<Row> of(Dataset<Row> cells, Analyses.Quality analysis) {
    List<String> by = analysis.by();
    String grouping = by.contains("cancer") ? analysis.grouping() : "";
    Stream<Column> keys =
        KEYS.stream().map(k -> (by.contains(k) ? col(CELL_COLUMN.get(k)) : lit("")).as(k));
    Column year = (by.contains("year") ? col("year") : lit(0)).as("by_year");
    Column from = min("year").cast("string");
    Column to = max("year").cast("string");
    return cells
        .where(col("grouping").equalTo(grouping))
        .groupBy(Stream.concat(keys, Stream.of(year)).toArray(Column[]::new))
        .agg(
            when(from.equalTo(to), from).otherwise(concat_ws("-", from, to)).as(PERIOD),
            QualityIndex.all().stream()
                .flatMap(i -> Stream.of(i.count(), i.base()))
                .map(c -> sum(c).as(c))
                .toArray(Column[]::new));
  }
}
