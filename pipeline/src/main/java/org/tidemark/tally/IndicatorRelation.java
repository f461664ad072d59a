package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.FractionalType;
import org.tidemark.tally.IndicatorMeasures.Source;

/**
 * One scan of one relation: all sums of all its indicators side by side, by site, month and the
 * cross of their strata; a length is part of the key, so that its distribution stays whole.
 *
 * <p>Amounts are added as whole numbers or decimals, never as doubles: the order of addition leaves
 * no trace. A row whose numerator or denominator is unknown leaves both sums.
 */
final class IndicatorRelation {
  /** The site that reported. */
  static final String SITE = "site_id";

  /** Month of the event, {@code 2023-01}; only the year where no more is known. */
  static final String MONTH = "month";

  /** Day of a state; empty for events. */
  static final String DAY = "day";

  /** What stands for the length where a measure has none. */
  static final int NO_LENGTH = -1;

  /** The type of an amount that may have a fraction. */
  static final String AMOUNT = "decimal(38,12)";

  private static final String UNKNOWN = "unknown";

  private final Dataset<Row> relation;
  private final IndicatorMeasures measures;

  private IndicatorRelation(Dataset<Row> relation, IndicatorMeasures measures) {
    this.relation = relation;
    this.measures = measures;
  }

  static IndicatorRelation of(Dataset<Row> relation, IndicatorMeasures measures) {
    return new IndicatorRelation(relation, measures);
  }

  /** Site, month, day, strata, lengths, then two amounts of each sum and of each length. */
  Dataset<Row> reduced(LocalDate asOf) {
    List<Column> keys = new ArrayList<>();
    keys.add(col(SITE));
    keys.add(expr("substring(CAST(event_date AS STRING), 1, 7)").as(MONTH));
    keys.add((measures.dated() ? col("event_date").cast("string") : lit("")).as(DAY));
    measures.strata().forEach((sql, at) -> keys.add(stratum(sql).as("s" + at)));
    measures.lengths().forEach((source, at) -> keys.add(length(source).as("l" + at)));
    String due =
        "CAST(event_date AS STRING) <= left('%s', length(CAST(event_date AS STRING)))"
            .formatted(asOf);
    List<Column> sums = sums();
    return relation
        .where(col(SITE).isNotNull().and(expr(due)))
        .groupBy(keys.toArray(Column[]::new))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  private static Column stratum(String sql) {
    return coalesce(expr(sql).cast("string"), lit(UNKNOWN));
  }

  private static Column length(Source source) {
    return expr(
        "IF(%s AND (%s) >= 0, CAST(%s AS INT), NULL)"
            .formatted(source.eligible(), source.numerator(), source.numerator()));
  }

  private List<Column> sums() {
    List<Column> sums = new ArrayList<>();
    for (Source source : measures.sums().keySet()) {
      sums.add(sum(amount(source, source.numerator())).cast(AMOUNT).as("n" + sums.size()));
      sums.add(sum(amount(source, source.denominator())).cast(AMOUNT).as("n" + sums.size()));
    }
    for (Source source : measures.lengths().keySet()) {
      String event = "IF(%s, CAST(%s AS INT), 0)";
      Column events = expr(event.formatted(source.eligible(), source.denominator()));
      sums.add(sum(events).cast(AMOUNT).as("n" + sums.size()));
      sums.add(count(lit(1)).cast(AMOUNT).as("n" + sums.size()));
    }
    return sums;
  }

  private Column amount(Source source, String sql) {
    DataType type = relation.select(expr(sql)).schema().fields()[0].dataType();
    String exact = type instanceof FractionalType ? "decimal(28,12)" : "bigint";
    return expr("IF(%s, CAST(%s AS %s), NULL)".formatted(source.eligible(), sql, exact));
  }
}
