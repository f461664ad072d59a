package org.tidemark.evaluate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.evaluate.SiteSeries.SitePeriod;
import org.tidemark.tally.IndicatorPeriods;
import org.tidemark.tally.IndicatorTally;

/**
 * Before and after the start of the programme, site by site: rows of {@code evaluation} by the
 * method {@code pre-post}. It tells a change, never an effect: nothing here knows what would have
 * happened without the programme.
 *
 * <p>A site is treated from the period that holds the first start of the design's phase; a start of
 * which only the year is known is taken as its January. Sites marked as comparison in any
 * engagement are never treated. Sites with fewer than six reported months on a side are left out of
 * both, and the note says how many.
 */
public final class PrePost implements Serializable {
  /** The method's name in the programme file and in the published table. */
  public static final String METHOD = "pre-post";

  private static final long serialVersionUID = 1L;
  private static final int YEAR_LENGTH = 4;
  private static final String START = "start";
  private static final String COMPARISON = "comparison";

  private final Map<String, IndicatorTerms> asked;
  private final Programme.Design design;
  private final StructType schema;

  private PrePost(Map<String, IndicatorTerms> asked, Programme.Design design, StructType schema) {
    this.asked = asked;
    this.design = design;
    this.schema = schema;
  }

  /**
   * The pre/post evaluations of a programme.
   *
   * @param indicators declared indicators by code
   * @param schema the published table {@code evaluation}
   */
  public static PrePost of(
      Programme programme, Map<String, Indicator> indicators, StructType schema) {
    Map<String, IndicatorTerms> asked = new LinkedHashMap<>();
    for (Analyses.Evaluation evaluation : programme.analyses().evaluation()) {
      if (METHOD.equals(evaluation.method())) {
        asked.put(
            evaluation.indicator(), IndicatorTerms.of(indicators.get(evaluation.indicator())));
      }
    }
    return new PrePost(asked, programme.design(), schema);
  }

  /**
   * The published rows of every pre/post evaluation; of one without data too.
   *
   * @param tallies {@code tally}'s rows of indicators, of sites by the design's periods among them
   * @param engagements the table {@code engagement}
   */
  public Dataset<Row> rows(Dataset<Row> tallies, Dataset<Row> engagements) {
    Dataset<Row> sitePeriods =
        tallies
            .where(col("level").equalTo("site"))
            .where(col("span").equalTo(design.period()))
            .where(col("stratum").equalTo(""))
            .where(col("indicator").isin(asked.keySet().toArray()))
            .join(starts(engagements), col("unit_id").equalTo(col("site_id")));
    MapFunction<Row, String> byIndicator = row -> row.getAs("indicator");
    MapFunction<String, String> itself = code -> code;
    CoGroupFunction<String, String, Row, Row> evaluate =
        (code, once, periods) -> figures(code, periods);
    return tallies
        .sparkSession()
        .createDataset(List.copyOf(asked.keySet()), Encoders.STRING())
        .groupByKey(itself, Encoders.STRING())
        .cogroup(
            sitePeriods.groupByKey(byIndicator, Encoders.STRING()), evaluate, Encoders.row(schema));
  }

  /** Each engaged site with the month of its start, if any, and whether it serves as comparison. */
  private Dataset<Row> starts(Dataset<Row> engagements) {
    return engagements
        .groupBy("site_id")
        .agg(
            min(when(
                    col("phase").equalTo(design.treatedFrom()), substring(col("start_date"), 1, 7)))
                .as(START),
            max(coalesce(col("is_comparison"), lit(false))).as(COMPARISON));
  }

  /** The period of the design in which a start lies; empty where there is none. */
  private String startPeriod(String month) {
    if (month == null) {
      return "";
    }
    String exact = month.length() == YEAR_LENGTH ? month + "-01" : month;
    return IndicatorPeriods.containing(exact, design.period()).orElse("");
  }

  private Iterator<Row> figures(String code, Iterator<Row> periods) {
    IndicatorTerms indicator = asked.get(code);
    SiteSeries series = SiteSeries.of(indicator);
    while (periods.hasNext()) {
      Row row = periods.next();
      series.add(
          new SitePeriod(
              IndicatorTally.from(row),
              startPeriod(row.getAs(START)),
              row.<Boolean>getAs(COMPARISON)));
    }
    return ChangeRows.of(indicator, design, schema).rows(series).iterator();
  }
}
