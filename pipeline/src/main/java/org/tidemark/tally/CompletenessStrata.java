package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.CompletenessAnalysis;

/**
 * What registration knows of itself, by stratum: each case counts once in each of three facets, so
 * that a stratum's cells grow with years, days of delay and sources, and not with cases.
 */
public final class CompletenessStrata {
  /** The cells of a stratum: year, facet, three numbers, cases. */
  public static final String CELLS = "cells";

  /**
   * Facet: the kinds of source (bits, -1 unknown), their number (-1), first by certificate (-1).
   */
  public static final int SOURCES = 0;

  /** Facet: days from incidence to registration. */
  public static final int DELAY = 1;

  /** Facet: quarters to the end of follow-up, to registration, and how follow-up ended. */
  public static final int FLOW = 2;

  /** Steps of the flow of cases in a year. */
  public static final int STEPS_A_YEAR = 4;

  private static final double STEP_DAYS = 365.241 / STEPS_A_YEAR;

  private CompletenessStrata() {}

  /**
   * The strata of one analysis.
   *
   * @param cases {@code derive}'s cases
   */
  public static Dataset<Row> of(Dataset<Row> cases, CompletenessAnalysis analysis) {
    List<String> by = analysis.series().by();
    String wanted = by.contains("cancer") ? analysis.series().grouping() : "";
    Dataset<Row> facets =
        cases
            .withColumn("group", explode(col("groups")))
            .where(col("group.grouping").equalTo(wanted))
            .withColumn("cancer", col("group.cancer"))
            .withColumn("area", by.contains("area") ? coalesce(col("area"), lit("")) : lit(""))
            .withColumn("sex", by.contains("sex") ? coalesce(col("sex"), lit("")) : lit(""))
            .withColumn("registration_days", expr(DAYS))
            .withColumn("kinds", expr("transform(split(sources, ';'), k -> trim(k))"))
            .withColumn("facet", explode(expr(facets(analysis))));
    Column[] cell = {col("year"), col("facet.f"), col("facet.a"), col("facet.b"), col("facet.c")};
    return facets
        .groupBy(Stream.concat(Stream.of(KEYS), Stream.of(cell)).toArray(Column[]::new))
        .agg(count(lit(1)).as("n"))
        .groupBy(KEYS)
        .agg(
            collect_list(struct(col("year"), col("f"), col("a"), col("b"), col("c"), col("n")))
                .as(CELLS));
  }

  private static final Column[] KEYS = {col("area"), col("cancer"), col("sex")};

  private static final String DAYS =
      "IF(length(registration_date) = 10 AND length(incidence_date) = 10,"
          + " datediff(registration_date, incidence_date), NULL)";

  private static final String FACETS =
      """
      filter(array(
        named_struct('f', 0, 'a', %1$s, 'b', CAST(coalesce(source_count, size(kinds), -1) AS INT),
          'c', CAST(coalesce(dcn, '-1') AS INT)),
        IF(registration_days IS NULL, NULL,
          named_struct('f', 1, 'a', CAST(registration_days AS INT), 'b', 0, 'c', 0)),
        IF(registration_days IS NULL OR basis <=> '0' OR dcn <=> '1' OR follow_up_days IS NULL
            OR follow_up_days < 0 OR vital_status NOT IN ('1', '2', '3'), NULL,
          named_struct('f', 2,
            'a', CAST(least(floor(follow_up_days / %2$s), %3$d) AS INT),
            'b', CAST(least(greatest(floor(registration_days / %2$s), 0), %3$d) AS INT),
            'c', IF(died, CASE %4$s WHEN 1 THEN 1 WHEN 0 THEN 2 ELSE 3 END, 0)))
      ), x -> x IS NOT NULL)\
      """;

  private static String facets(CompletenessAnalysis analysis) {
    StringBuilder bits = new StringBuilder("0");
    for (int i = 0; i < analysis.sources().size(); i++) {
      String kind = analysis.sources().get(i).replace("\\", "").replace("'", "");
      bits.append(" + IF(array_contains(kinds, '%s'), %d, 0)".formatted(kind, 1 << i));
    }
    return FACETS.formatted(
        "IF(kinds IS NULL, -1, " + bits + ")",
        STEP_DAYS,
        analysis.years() * STEPS_A_YEAR,
        "(" + CauseOfDeath.SQL + ")");
  }
}
