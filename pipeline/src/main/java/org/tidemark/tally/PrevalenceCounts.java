package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Prevalence;
import org.tidemark.derive.SurvivalExclusion;

/**
 * Persons alive on a day by years since diagnosis. A person counts once a cancer group, by the
 * first tumour of the group; a source without person ids has one person a tumour. Whoever is not
 * known to have died by the day counts as alive; how many of them were last seen before it is
 * counted beside.
 *
 * <p>Persons of registries that supply no follow-up, and those known from the death certificate
 * only, are not counted. A date without its day, or month, stands for the middle of its month, or
 * year.
 */
public final class PrevalenceCounts {
  /** Persons, by the place of the years in the analysis: {@code n0}, {@code n1}, … */
  public static final String COUNT = "n";

  /** Those of them who were last seen before the day: {@code unseen0}, … */
  public static final String UNSEEN = "unseen";

  /** First year of registration: of the area, or the latest of all areas. */
  public static final String SINCE = "since";

  private static final List<String> DIMENSIONS = List.of("area", "cancer", "sex");

  private static final String MIDDLE =
      "CASE length(%1$s) WHEN 10 THEN CAST(%1$s AS DATE)"
          + " WHEN 7 THEN CAST(%1$s || '-15' AS DATE)"
          + " WHEN 4 THEN CAST(%1$s || '-07-01' AS DATE) END";

  private PrevalenceCounts() {}

  /**
   * One row a stratum: area, cancer, sex (empty where summed over), {@link #SINCE}, and {@link
   * #COUNT} and {@link #UNSEEN} for each number of years.
   *
   * @param cases {@code derive}'s cases
   */
  public static Dataset<Row> of(Dataset<Row> cases, Prevalence analysis) {
    Dataset<Row> tumours = tumours(cases, analysis);
    Dataset<Row> persons =
        tumours
            .groupBy("person", "cancer")
            .agg(
                expr("min_by(struct(area, sex, diagnosed), struct(diagnosed, area, sex))")
                    .as("first"),
                min(expr("IF(died, last_seen, NULL)")).as("death"),
                expr("bool_or(died)").as("dead"),
                expr("max(last_seen)").as("last_seen"));
    String day = "DATE '" + analysis.indexDate() + "'";
    Dataset<Row> alive =
        persons
            .withColumn("area", col("first.area"))
            .withColumn("sex", col("first.sex"))
            .withColumn("diagnosed", col("first.diagnosed"))
            .where("diagnosed <= " + day + " AND (NOT dead OR death > " + day + ")");
    Column[] sums = sums(analysis, day);
    return alive
        .groupBy(DIMENSIONS.stream().map(d -> key(d, analysis)).toArray(Column[]::new))
        .agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length))
        .crossJoin(since(tumours, analysis))
        .where(col("since_area").isNull().or(col("since_area").equalTo(col("area"))))
        .drop("since_area");
  }

  private static Dataset<Row> tumours(Dataset<Row> cases, Prevalence analysis) {
    boolean byCancer = analysis.by().contains("cancer");
    Dataset<Row> counted =
        cases
            .where(
                coalesce(col(SurvivalExclusion.COLUMN), lit(""))
                    .isin(
                        SurvivalExclusion.FOLLOW_UP_NOT_SUPPLIED.label(),
                        SurvivalExclusion.DEATH_CERTIFICATE_ONLY.label())
                    .equalTo(false))
            .withColumn("diagnosed", expr(MIDDLE.formatted("incidence_date")))
            .withColumn("last_seen", expr(MIDDLE.formatted("last_contact_date")))
            .withColumn("died", coalesce(col("died"), lit(false)))
            .withColumn("area", key("area", analysis))
            .withColumn("sex", coalesce(col("sex"), lit("")))
            .withColumn(
                "person",
                expr(
                    "concat_ws('|', registry_id, coalesce(patient_id, concat('=', tumour_id),"
                        + " concat('#', source_file, '#', record_number)))"))
            .where("diagnosed IS NOT NULL AND (last_seen IS NOT NULL OR NOT died)");
    return byCancer
        ? counted
            .withColumn("group", explode(col("groups")))
            .where(col("group.grouping").equalTo(analysis.grouping()))
            .withColumn("cancer", col("group.cancer"))
        : counted.where("malignant").withColumn("cancer", lit(""));
  }

  private static Column key(String dimension, Prevalence analysis) {
    return analysis.by().contains(dimension) || dimension.equals("cancer")
        ? coalesce(col(dimension), lit("")).as(dimension)
        : lit("").as(dimension);
  }

  private static Column[] sums(Prevalence analysis, String day) {
    return IntStream.range(0, analysis.years().size())
        .boxed()
        .flatMap(
            i -> {
              int years = analysis.years().get(i);
              String recent =
                  years == Prevalence.COMPLETE
                      ? "TRUE"
                      : "diagnosed > add_months(%s, -%d)".formatted(day, 12 * years);
              return Stream.of(
                  expr("count_if(" + recent + ")").as(COUNT + i),
                  expr("count_if(%s AND coalesce(last_seen < %s, TRUE) AND NOT dead)"
                          .formatted(recent, day))
                      .as(UNSEEN + i));
            })
        .toArray(Column[]::new);
  }

  /** The first year of each area; of all areas together the latest of their first years. */
  private static Dataset<Row> since(Dataset<Row> tumours, Prevalence analysis) {
    Dataset<Row> byArea =
        tumours
            .groupBy(col("source_id"), col("area").as("since_area"))
            .agg(expr("min(year(diagnosed))").as(SINCE));
    return analysis.by().contains("area")
        ? byArea.groupBy("since_area").agg(expr("max(since)").as(SINCE))
        : byArea
            .agg(expr("max(since)").as(SINCE))
            .withColumn("since_area", lit(null).cast("string"));
  }

  /** The day from which on a person must have been diagnosed, or the earliest day there is. */
  public static LocalDate from(Prevalence analysis, int years) {
    return years == Prevalence.COMPLETE
        ? LocalDate.MIN
        : analysis.indexDate().minusYears(years).plusDays(1);
  }
}
