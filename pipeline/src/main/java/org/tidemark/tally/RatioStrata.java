package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.RatioAnalysis;

/**
 * The strata that are compared brought together: one row of what both rates share, with the
 * compared strata as a list, as long as there are areas, sexes or years, and the age-specific rates
 * of the reference population where one is named.
 */
public final class RatioStrata {
  /** The compared strata, in no order. */
  public static final String MEMBERS = "members";

  /** Rows of the reference population's rates; null where it has none of this cancer and sex. */
  public static final String REFERENCE = "reference_rates";

  private RatioStrata() {}

  /**
   * Strata of one comparison.
   *
   * @param strata {@link IncidenceStrata} of its strata
   * @param references rows of {@code reference_rate}, where any were sent
   */
  public static Dataset<Row> of(
      Dataset<Row> strata, RatioAnalysis analysis, Optional<Dataset<Row>> references) {
    Column[] keys =
        Stream.of("area", "cancer", "sex", "year")
            .filter(dimension -> !dimension.equals(analysis.compare()))
            .map(dimension -> col(dimension))
            .toArray(Column[]::new);
    Dataset<Row> members = strata.groupBy(keys).agg(collect_list(struct(col("*"))).as(MEMBERS));
    Dataset<Row> whole =
        analysis.compare().isEmpty() ? members : members.withColumn(analysis.compare(), lit(""));
    return joined(
        whole, analysis.reference(), analysis.isByReference() ? references : Optional.empty());
  }

  /**
   * Rows with the rates of a reference population beside them, by cancer and sex.
   *
   * @param rows with columns cancer and sex, empty of all and of both
   */
  public static Dataset<Row> joined(
      Dataset<Row> rows, String reference, Optional<Dataset<Row>> references) {
    if (references.isEmpty()) {
      return rows.withColumn(REFERENCE, lit(null));
    }
    Dataset<Row> rates =
        references
            .get()
            .where(col("reference").equalTo(reference))
            .selectExpr(
                "coalesce(cancer, '') AS cancer",
                "coalesce(sex, '') AS sex",
                "CAST(age_lower AS INT) AS age_lower",
                "CAST(age_upper AS INT) AS age_upper",
                "CAST(rate AS DOUBLE) AS rate",
                "CAST(rate_lower AS DOUBLE) AS rate_lower",
                "CAST(rate_upper AS DOUBLE) AS rate_upper")
            .groupBy(col("cancer"), col("sex"))
            .agg(collect_list(struct(col("*"))).as(REFERENCE));
    return rows.join(rates, List.of("cancer", "sex").toArray(String[]::new), "left");
  }
}
