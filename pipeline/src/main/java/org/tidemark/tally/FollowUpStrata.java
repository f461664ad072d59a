package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;
import org.tidemark.derive.SurvivalExclusion;

/**
 * The persons that survival asks about, each with the key of its finest stratum: the dimensions
 * that any analysis names. Every person is tallied once, at this grain; the strata of the analyses
 * are sums.
 */
final class FollowUpStrata {
  /** Between the parts of a key. */
  static final String SEPARATOR = "\u0001";

  /** Between the groups of a tumour within a key, and between a group's grouping and its code. */
  static final String GROUPS = "\u0002";

  static final String GROUP = "\u0003";

  /** The column that holds why a person does not enter the tally; null where it does. */
  static final String EXCLUSION = "exclusion";

  private FollowUpStrata() {}

  /**
   * One row a person: key, area, deprivation (empty where no life table asks for it), sex,
   * age_in_days, diagnosis_day, follow_up_days, died, year, {@link #EXCLUSION}, cause (as {@link
   * CauseOfDeath} numbers it), whether the person was lost, birth_day, and the {@link
   * SurvivalExclusion#flags} that some analyses ask for.
   *
   * @param cases {@code derive}'s cases
   * @param analyses the survival analyses
   * @param tables the life tables, some of which may ask for the deprivation of persons
   */
  static Dataset<Row> persons(
      Dataset<Row> cases, List<Analyses.Survival> analyses, LifeTables tables) {
    Set<String> named =
        Stream.concat(
                analyses.stream().flatMap(a -> a.by().stream()),
                analyses.stream().filter(a -> !a.ageStandard().isEmpty()).map(a -> "age_group"))
            .collect(Collectors.toSet());
    Column[] key =
        SurvivalKey.DIMENSIONS.stream()
            .map(d -> named.contains(d) ? coalesce(dimension(d), lit("")) : lit(""))
            .toArray(Column[]::new);
    return persons(cases, concat_ws(SEPARATOR, key), analyses, tables);
  }

  /** The same under a key of the caller's own, for one analysis. */
  static Dataset<Row> persons(
      Dataset<Row> cases, Column key, Analyses.Survival analysis, LifeTables tables) {
    return persons(cases, key, List.of(analysis), tables);
  }

  private static Dataset<Row> persons(
      Dataset<Row> cases, Column key, List<Analyses.Survival> analyses, LifeTables tables) {
    Object[] outside =
        SurvivalExclusion.outOfScope().stream().map(SurvivalExclusion::label).toArray();
    Column exclusion = col(SurvivalExclusion.COLUMN);
    Column group = tables.byDeprivation() ? expr(Place.DEPRIVATION) : lit("");
    return tables
        .judged(cases)
        .where(exclusion.isNull().or(not(exclusion.isin(outside))))
        .select(
            key.as("key"),
            coalesce(col("area"), lit("")).as("area"),
            col("sex").cast("int").as("sex"),
            col("age_in_days"),
            col("diagnosis_day"),
            col("follow_up_days"),
            col("died"),
            col("year"),
            exclusion.as(EXCLUSION),
            CauseOfDeath.of(cases, analyses).as("cause"),
            col("vital_status").equalTo("3").as("lost"),
            birthDay(analyses).as("birth_day"),
            flags(excluded(analyses)).as("flags"),
            coalesce(group, lit("")).as("deprivation"));
  }

  /** The labels that any analysis names under {@code exclude}. */
  static Set<String> excluded(List<Analyses.Survival> analyses) {
    return analyses.stream()
        .flatMap(analysis -> analysis.design().exclude().stream())
        .collect(Collectors.toSet());
  }

  private static Column flags(Set<String> asked) {
    return asked.isEmpty() ? lit("") : expr(SurvivalExclusion.flags(asked));
  }

  /** The day of birth where no age in days was sent; only intervals of follow-up ask for it. */
  private static Column birthDay(List<Analyses.Survival> analyses) {
    boolean asked = analyses.stream().anyMatch(a -> a.design().byIntervals());
    return asked
        ? expr(
            "IF(age_days IS NULL AND length(birth_date) = 10,"
                + " CAST(unix_date(CAST(birth_date AS DATE)) AS INT), NULL)")
        : lit(null).cast("int");
  }

  private static Column dimension(String name) {
    return switch (name) {
      case "cancer" ->
          expr(
              "array_join(transform(groups, g -> concat(g.grouping, '%s', g.cancer)), '%s')"
                  .formatted(GROUP, GROUPS));
      case "age_group" ->
          expr(
              "CASE WHEN age_years < 45 THEN '0-44' WHEN age_years < 55 THEN '45-54'"
                  + " WHEN age_years < 65 THEN '55-64' WHEN age_years < 75 THEN '65-74'"
                  + " WHEN age_years >= 75 THEN '75+' END");
      case "deprivation" -> expr(Place.GROUP);
      case "year" -> col("year").cast("string");
      default -> col(name);
    };
  }
}
