package org.tidemark.derive;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What follows from a tumour record: the year and age of incidence, whether it is malignant, how it
 * was verified, and how long the person was followed. One row a tumour that counts; nothing is
 * filtered here, each analysis says what it leaves out.
 *
 * <p>Ages: the recorded age, else completed years from the age in days (365.241 days to the year),
 * else from complete dates of birth and incidence. Where no age in days is known, the middle of the
 * year of age stands for it. A registry that does not supply behaviour sends malignant tumours
 * only.
 */
public final class Cases {
  /** Length of a year in days, as life tables are cut. */
  public static final double YEAR_DAYS = 365.241;

  private static final String EXACT = "length(%s) = 10";

  private Cases() {}

  /** The cases of tumours whose sources all supply follow-up. */
  public static Dataset<Row> of(Dataset<Row> tumours) {
    return of(tumours, List.of());
  }

  /**
   * The rows of {@code tumour} that count, with what is derived from each.
   *
   * @param withoutFollowUp ids of the sources that supply no follow-up
   */
  public static Dataset<Row> of(Dataset<Row> tumours, Collection<String> withoutFollowUp) {
    String bothDates = EXACT.formatted("birth_date") + " AND " + EXACT.formatted("incidence_date");
    return tumours
        // A date of birth is the dearest column to read: it is not, where an age was sent.
        .withColumn("born", expr("IF(age IS NULL AND age_days IS NULL, birth_date, NULL)"))
        .withColumn("year", expr("CAST(substring(incidence_date, 1, 4) AS INT)"))
        .withColumn(
            "age_years",
            expr(
                "coalesce(age, CAST(floor(age_days / %s) AS INT), IF(%s, %s, NULL))"
                    .formatted(
                        YEAR_DAYS, bothDates.replace("birth_date", "born"), completedYears())))
        .withColumn(
            "age_index", expr("IF(age_years IS NULL, 18, least(age_years DIV 5, 17))").cast("int"))
        .withColumn(
            "age_in_days",
            expr(
                "coalesce(age_days, IF(%s, datediff(incidence_date, birth_date), NULL), CAST(floor((age_years + 0.5) * %s) AS INT))"
                    .formatted(bothDates, YEAR_DAYS)))
        .withColumn("malignant", expr("behaviour IS NULL OR behaviour = '3'"))
        .withColumn(
            "follow_up_days",
            expr(
                "IF(%s AND %s, datediff(last_contact_date, incidence_date), NULL)"
                    .formatted(
                        EXACT.formatted("incidence_date"), EXACT.formatted("last_contact_date"))))
        .withColumn("died", expr("vital_status = '2'"))
        .withColumn("diagnosis_day", expr("CAST(unix_date(CAST(incidence_date AS DATE)) AS INT)"))
        .withColumn(SurvivalExclusion.COLUMN, expr(SurvivalExclusion.sql(withoutFollowUp)))
        .withColumn(
            "groups",
            call_udf(
                GroupFunction.NAME,
                col("topography"),
                col("morphology"),
                col("behaviour"),
                col("sex"),
                col("age_years")))
        .drop("born");
  }

  private static String completedYears() {
    return "CAST(substring(incidence_date, 1, 4) AS INT) - CAST(substring(born, 1, 4) AS INT)"
        + " - IF(substring(incidence_date, 6) < substring(born, 6), 1, 0)";
  }
}
