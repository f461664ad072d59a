package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.FractionalType;
import org.tidemark.tally.IndicatorMeasures.Source;

/**
 * One scan of one relation: of each row who reported it, its days, its strata, and the amounts of
 * all measures side by side.
 *
 * <p>Amounts are whole numbers or decimals, never doubles: the order in which they are added leaves
 * no trace. A row whose numerator or denominator is unknown has neither.
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

  /** Site, area, country; the days; the strata; key, numerator and denominator of each source. */
  Dataset<Row> rows(LocalDate asOf) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(SITE));
    columns.add(present(AREA));
    columns.add(present(COUNTRY));
    measures.days().forEach(day -> columns.add(day(day, asOf).as("c" + columns.size())));
    measures.strata().forEach(sql -> columns.add(stratum(sql).as("c" + columns.size())));
    List<String> types = exactTypes();
    for (int i = 0; i < measures.sources().size(); i++) {
      Source source = measures.sources().get(i);
      columns.add(key(source).as("c" + columns.size()));
      columns.add(amount(source, source.over(), types.get(2 * i)).as("c" + columns.size()));
      columns.add(amount(source, source.under(), types.get(2 * i + 1)).as("c" + columns.size()));
    }
    return relation.select(columns.toArray(Column[]::new));
  }

  /**
   * The types in which amounts are added, numerator and denominator of each source in turn. All are
   * asked for at once: each look at the plan of a view costs as much as the view.
   */
  private List<String> exactTypes() {
    List<Column> amounts = new ArrayList<>();
    for (Source source : measures.sources()) {
      amounts.add(expr(source.over()).as("c" + amounts.size()));
      amounts.add(expr(source.under()).as("c" + amounts.size()));
    }
    return Arrays.stream(relation.select(amounts.toArray(Column[]::new)).schema().fields())
        .map(f -> f.dataType() instanceof FractionalType ? "decimal(28,12)" : "bigint")
        .toList();
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

  private static Column key(Source source) {
    return source.key().isEmpty()
        ? lit(NO_LENGTH)
        : expr("IF(%s, CAST(%s AS INT), NULL)".formatted(source.eligible(), source.key()));
  }

  private static Column amount(Source source, String sql, String exact) {
    return expr("IF(%s, CAST(%s AS %s), NULL)".formatted(source.eligible(), sql, exact));
  }
}
