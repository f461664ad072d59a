package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One scan of one relation: of each row who reported it, its days, its strata, which measures it is
 * eligible for, and the amounts of all of them side by side.
 */
final class IndicatorRelation {
  /** The site that reported; none where the row speaks of an area or a country. */
  static final String SITE = "site_id";

  /** The area that a row without a site speaks of. */
  static final String AREA = "area";

  /** The country that a row without a site speaks of. */
  static final String COUNTRY = "country";

  /** What stands for the length where a measure has none. */
  static final int NO_LENGTH = -1;

  /** Columns before the days: site, area, country. */
  static final int HEAD = 3;

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

  /** Site, area, country; the days; the strata; the predicates; the amounts. */
  Dataset<Row> rows(LocalDate asOf) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(SITE));
    columns.add(present(AREA));
    columns.add(present(COUNTRY));
    measures.days().forEach(sql -> columns.add(day(sql, asOf)));
    measures.strata().forEach(sql -> columns.add(stratum(sql)));
    measures.filters().forEach(sql -> columns.add(coalesce(expr(sql), lit(false))));
    measures.amounts().forEach(sql -> columns.add(expr(sql)));
    for (int i = HEAD; i < columns.size(); i++) {
      columns.set(i, columns.get(i).as("c" + i));
    }
    return relation.select(columns.toArray(Column[]::new));
  }

  private Column present(String name) {
    boolean there = List.of(relation.columns()).contains(name);
    return (there ? col(name).cast("string") : lit(null).cast("string")).as(name);
  }

  /** The day up to the data cut-off, as text, which may be a month or a year. */
  private static Column day(String sql, LocalDate asOf) {
    return expr(
        "IF(CAST(%1$s AS STRING) <= left('%2$s', length(CAST(%1$s AS STRING))), CAST(%1$s AS STRING), NULL)"
            .formatted(sql, asOf));
  }

  private static Column stratum(String sql) {
    return coalesce(expr(sql).cast("string"), lit(UNKNOWN));
  }
}
