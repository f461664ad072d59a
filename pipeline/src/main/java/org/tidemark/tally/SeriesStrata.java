package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Yearly strata brought together: one row an area, cancer and sex, with its years as a list, which
 * is as long as the registry is old and does not grow with cases.
 */
public final class SeriesStrata {
  /** The yearly strata of a series, in no order. */
  public static final String YEARS = "years";

  private SeriesStrata() {}

  /**
   * Series of strata by year.
   *
   * @param yearly {@link IncidenceStrata} of an analysis that is by year
   */
  public static Dataset<Row> of(Dataset<Row> yearly) {
    return yearly
        .groupBy(col("area"), col("cancer"), col("sex"))
        .agg(collect_list(struct(col("*"))).as(YEARS));
  }
}
