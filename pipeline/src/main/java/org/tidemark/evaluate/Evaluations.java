package org.tidemark.evaluate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.evaluate.SiteSeries.SitePeriod;
import org.tidemark.tally.IndicatorPeriods;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.ReadyTallies;
import org.tidemark.tally.SiteSurvival;

/**
 * Every evaluation that a programme asks for: rows of {@code evaluation}. All figures of an
 * indicator by site and period meet in one task, which answers all questions about it.
 *
 * <p>Sites take part that have an engagement. A site is treated from the period that holds the
 * first start of the design's phase; a start of which only the year is known is taken as its
 * January. Sites marked as comparison in any engagement are never treated.
 */
public final class Evaluations implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int YEAR_LENGTH = 4;
  private static final String START = "start";
  private static final String EXIT = "exit";
  private static final String COMPARISON = "comparison";
  private static final String SITE = "site";
  private static final String AREA = "area";
  private static final String COUNTRY = "country";

  private final Map<String, List<Question>> asked;
  private final Programme.Design design;
  private final String asOf;
  private final StructType schema;
  private final Threshold threshold;

  private Evaluations(
      Map<String, List<Question>> asked,
      Programme programme,
      StructType schema,
      Threshold threshold) {
    this.asked = asked;
    this.design = programme.design();
    this.asOf = programme.asOf().toString();
    this.schema = schema;
    this.threshold = threshold;
  }

  /**
   * The evaluations of a programme.
   *
   * @param indicators declared indicators by code
   * @param schema the published table {@code evaluation}
   * @param threshold what of single sites and groups is hidden
   */
  public static Evaluations of(
      Programme programme,
      Map<String, Indicator> indicators,
      StructType schema,
      Threshold threshold) {
    Map<String, List<Question>> asked = new LinkedHashMap<>();
    for (Analyses.Evaluation entry : programme.analyses().evaluation()) {
      IndicatorTerms terms = IndicatorTerms.of(indicators.get(entry.indicator()));
      asked
          .computeIfAbsent(SiteSurvival.series(entry), code -> new ArrayList<>())
          .add(new Question(entry, terms, programme.design()));
    }
    return new Evaluations(asked, programme, schema, threshold);
  }

  /**
   * The published rows of every evaluation; of one without data too.
   *
   * @param tallies {@code tally}'s rows of indicators, of sites by the design's periods among them
   * @param engagements the table {@code engagement}
   */
  public Dataset<Row> rows(Dataset<Row> tallies, Dataset<Row> engagements) {
    Dataset<Row> sitePeriods =
        tallies
            .where(col("level").isin(SITE, ReadyTallies.LEVEL))
            .where(col("span").equalTo(design.period()))
            .where(groups())
            .where(col("indicator").isin(asked.keySet().toArray()))
            .join(parts(engagements), col("unit_id").equalTo(col("site_id")));
    MapFunction<Row, String> byIndicator = row -> row.getAs("indicator");
    MapFunction<String, String> itself = code -> code;
    CoGroupFunction<String, String, Row, Row> evaluate =
        (code, once, periods) -> figures(code, periods);
    Dataset<Row> rows =
        tallies
            .sparkSession()
            .createDataset(List.copyOf(asked.keySet()), Encoders.STRING())
            .groupByKey(itself, Encoders.STRING())
            .cogroup(
                sitePeriods.groupByKey(byIndicator, Encoders.STRING()),
                evaluate,
                Encoders.row(schema));
    Families families = Families.of(all(), schema);
    return families.isEmpty() ? rows : families.adjusted(rows);
  }

  /**
   * The published rows where figures of sites also came ready made.
   *
   * @param ready the table {@code indicator_value}
   */
  public Dataset<Row> rows(Dataset<Row> tallies, Dataset<Row> engagements, Dataset<Row> ready) {
    Map<String, Integer> measures =
        asked.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> SitePanel.outcomeOf(e.getValue().get(0).indicator())));
    return rows(tallies.union(ReadyTallies.of(ready, measures, design.period())), engagements);
  }

  /** Everything together, and the groups that a question is about. */
  private Column groups() {
    Column wanted = col("stratum").equalTo("");
    for (Question question : all()) {
      if (question.entry().method().equals("equity")) {
        wanted =
            wanted.or(col("stratum").startsWith(question.entry().setting("stratum", "") + "="));
      }
    }
    return wanted;
  }

  private List<Question> all() {
    return asked.values().stream().flatMap(List::stream).toList();
  }

  /** Each engaged site with the months of its start and exit, and whether it is for comparison. */
  private Dataset<Row> parts(Dataset<Row> engagements) {
    Dataset<Row> parts =
        engagements
            .groupBy("site_id")
            .agg(
                min(first(col("phase").equalTo(design.treatedFrom()))).as(START),
                min(first(col("phase").isin("EXIT", "POST"))).as(EXIT),
                max(coalesce(col("is_comparison"), lit(false))).as(COMPARISON));
    return all().stream().allMatch(q -> q.cluster().isEmpty())
        ? parts.withColumn(AREA, lit("")).withColumn(COUNTRY, lit(""))
        : parts.join(places(engagements.sparkSession()), new String[] {"site_id"}, "left");
  }

  /** The area and country of each site by the last entry of the site master. */
  private Dataset<Row> places(SparkSession spark) {
    Column last = max_by(struct(col(AREA), col(COUNTRY)), coalesce(col("valid_from"), lit("")));
    return spark
        .table(SITE)
        .where(coalesce(col("valid_from"), lit("")).leq(asOf))
        .groupBy("site_id")
        .agg(last.as("last"))
        .select(col("site_id"), col("last.area").as(AREA), col("last.country").as(COUNTRY));
  }

  private static Column first(Column phase) {
    return when(phase, substring(col("start_date"), 1, 7));
  }

  /** The period of the design in which a month lies; empty where there is none. */
  private String period(String month) {
    if (month == null) {
      return "";
    }
    String exact = month.length() == YEAR_LENGTH ? month + "-01" : month;
    return IndicatorPeriods.containing(exact, design.period()).orElse("");
  }

  private Iterator<Row> figures(String code, Iterator<Row> periods) {
    List<Question> questions = asked.get(code);
    SiteSeries series = SiteSeries.of(questions.get(0).indicator());
    SiteCollection collection = SiteCollection.of(questions.get(0).indicator());
    GroupSums groups = GroupSums.of(questions.get(0).indicator());
    while (periods.hasNext()) {
      Row row = periods.next();
      IndicatorTally tally = IndicatorTally.from(row);
      SitePart part =
          new SitePart(
              period(row.getAs(START)),
              period(row.getAs(EXIT)),
              row.<Boolean>getAs(COMPARISON),
              Objects.toString(row.getAs(AREA), ""),
              Objects.toString(row.getAs(COUNTRY), ""));
      if (tally.stratum().isEmpty()) {
        series.add(new SitePeriod(tally, part.start(), part.comparison()));
        collection.add(tally, part);
      } else {
        groups.add(tally, part);
      }
    }
    SitePanel panel = collection.panel(design.period());
    return questions.stream().flatMap(q -> rows(q, series, panel, groups).stream()).iterator();
  }

  private List<Row> rows(Question question, SiteSeries series, SitePanel all, GroupSums groups) {
    SitePanel panel = all.clusteredBy(question.cluster());
    return switch (question.entry().method()) {
      case "pre-post" -> ChangeRows.of(question, schema).rows(series);
      case "did" -> DifferenceRows.of(question, panel, schema);
      case "callaway-santanna" -> StaggeredRows.of(question, panel, schema);
      case "sun-abraham" -> SunAbrahamRows.of(question, panel, schema);
      case "randomisation" -> RandomisationRows.of(question, panel, schema);
      case "its", "controlled-its" -> SeriesRows.of(question, panel, schema);
      case "funnel" -> FunnelRows.of(question, panel, schema, threshold);
      case "benchmark" -> BenchmarkRows.of(question, panel, schema, threshold);
      case "sustainability" -> SustainabilityRows.of(question, panel, schema);
      case "equity" -> EquityRows.of(question, panel, groups, schema, threshold);
      default -> throw new IllegalStateException("no such method of evaluation");
    };
  }
}
