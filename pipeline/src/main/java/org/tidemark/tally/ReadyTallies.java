package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.tidemark.model.Status;

/**
 * Figures that came ready made, from DHIS2 or another programme, as tallies of sites: the table
 * {@code indicator_value}. A figure of a shorter period is part of the longer one that holds it;
 * one of a longer period than asked for, without denominator, or marked as not fit, is left out.
 */
public final class ReadyTallies {
  /** The level of such tallies, apart from sites whose reports were tallied here. */
  public static final String LEVEL = "ready";

  private static final int SCALE = 12;

  private ReadyTallies() {}

  /**
   * Tallies of the sites' ready figures, in the columns of {@link IndicatorTallies#rows}.
   *
   * @param values the table {@code indicator_value}
   * @param measures indicator → index of the measure that the figures are of
   * @param span month, quarter or year
   */
  public static Dataset<Row> of(Dataset<Row> values, Map<String, Integer> measures, String span) {
    Dataset<Row> fit =
        values
            .where(col("level").equalTo("site"))
            .where(col("indicator").isin(measures.keySet().toArray()))
            .where(col("numerator").isNotNull().and(col("denominator").isNotNull()))
            .where(
                coalesce(col("status"), lit(Status.OK.name()))
                    .isin(
                        Status.OK.name(),
                        Status.LOW_COVERAGE.name(),
                        Status.LOW_RELIABILITY.name()))
            .select("indicator", "unit_id", "period", "numerator", "denominator");
    FlatMapFunction<Row, Row> tally = row -> tally(row, measures, span);
    return fit.flatMap(tally, Encoders.row(IndicatorTally.schema()));
  }

  private static Iterator<Row> tally(Row row, Map<String, Integer> measures, String span) {
    return period(row.getString(2), span)
        .map(
            period ->
                new IndicatorTally(
                        row.getString(0),
                        LEVEL,
                        row.getString(1),
                        span,
                        period,
                        "",
                        List.of(
                            new IndicatorTally.Cell(
                                measures.get(row.getString(0)),
                                IndicatorRelation.NO_LENGTH,
                                amount(row.getDouble(3)),
                                amount(row.getDouble(4)))),
                        Optional.empty())
                    .row())
        .stream()
        .iterator();
  }

  /** The one period of the span that holds all months of a period; empty where there is none. */
  static Optional<String> period(String period, String span) {
    List<String> holding =
        IndicatorPeriods.monthsOf(period).stream()
            .flatMap(month -> IndicatorPeriods.containing(month, span).stream())
            .distinct()
            .toList();
    return holding.size() == 1 ? Optional.of(holding.get(0)) : Optional.empty();
  }

  private static BigDecimal amount(double value) {
    return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
