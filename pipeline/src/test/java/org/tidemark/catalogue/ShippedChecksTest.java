package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.testing.SparkSessionExtension;

/**
 * What the shipped checks say of records, one line a record: its cells, then the rules it fails.
 */
@ExtendWith(SparkSessionExtension.class)
class ShippedChecksTest {
  private static final String TUMOUR =
      "registry_id sex birth_date age incidence_date topography morphology behaviour basis"
          + " last_contact_date";

  /** The ids each row of a table fails, in the order of declaration. */
  private static List<String> failures(SharedTables tables, String table) {
    List<Check> checks =
        SharedTables.CATALOGUE.checks().stream()
            .filter(c -> c.table().equals(table) && c.combinations().isEmpty())
            .toList();
    Column[] failed =
        checks.stream()
            .map(c -> functions.when(fails(c), functions.lit(c.id())))
            .toArray(Column[]::new);
    Dataset<Row> rows = tables.table(table).withColumn("as_of", functions.lit("2023-12-31"));
    return rows.select(functions.concat_ws(" ", failed)).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static Column fails(Check check) {
    Column passes = functions.coalesce(functions.expr(check.pass()), functions.lit(false));
    String applies = check.applies().isEmpty() ? "true" : check.applies();
    return functions
        .coalesce(functions.expr(applies), functions.lit(false))
        .and(functions.not(passes));
  }

  private static void expect(SparkSession spark, String table, String columns, String... lines) {
    List<String> expected = new ArrayList<>();
    try (SharedTables tables = SharedTables.of(spark, "2023-12-31")) {
      for (String line : lines) {
        String[] parts = line.split(" *\\| *", -1);
        tables.with(table, columns, parts[0]);
        expected.add(parts[1]);
      }
      assertThat(failures(tables, table)).isEqualTo(expected);
    }
  }

  @Test
  void tumours(SparkSession spark) {
    expect(
        spark,
        "tumour",
        TUMOUR,
        "n,2,1950-06-30,52,2003-06-29,C509,8500,3,7,2010 | ",
        "n,2,1950-06-30,53,2003-06-29,C509,8500,3,7,2010 | AGE-BIRTH-COMPLETE",
        "n,2,1950,54,2003-06-29,C509,8500,3,7,2010 | ",
        "n,2,1950,55,2003-06-29,C509,8500,3,7,2010 | AGE-BIRTH-PARTIAL",
        "n,2,,,2003,C509,8500,3,7,2003-01 | AGE-MISSING",
        "n,2,,52,,C509,8500,3,7,2003-01 | REQ-incidence_date",
        "n,7,,52,2003,C509,8500,3,7,2003 | CODE-sex",
        "n,2,,52,2003,Z999,8500,3,7,2003 | CODE-topography",
        "n,2,,52,2003,C141,8500,3,7,2003 | CODE-topography",
        "n,2,,52,2003,C509,1234,4,X,2003 | CODE-morphology CODE-behaviour CODE-basis",
        "n,1,,52,2003,C539,8070,3,7,2003 | SEX-TOPOGRAPHY-MALE",
        "n,2,,52,2003,C619,8140,3,7,2003 | SEX-TOPOGRAPHY-FEMALE",
        "n,9,,52,2003,C619,8140,3,7,2003 | SEX-TOPOGRAPHY-UNKNOWN",
        "n,2,,130,2003,C509,8500,3,7,2003 | AGE-RANGE",
        "n,2,,52,2003,C509,8500,3,7, | LAST-CONTACT-MISSING");
  }

  @Test
  void basisBehaviourAndSitesOfInSituTumours(SparkSession spark) {
    expect(
        spark,
        "tumour",
        TUMOUR + " vital_status",
        "n,2,,52,2003-06-02,C509,8500,3,0,2003-06,2 | ",
        "n,2,,52,2003-06-02,C509,8500,3,0,2003-07,2 | DCO-DATE",
        "n,2,,52,2003-06-02,C509,8500,3,0,2003-07,1 | DCO-VITAL-STATUS",
        "n,2,,52,2003-06-02,C509,8500,3,1,2003-07,1 | ",
        "n,2,,52,2003,C509,8000,3,7,2003,1 | MV-MORPHOLOGY",
        "n,2,,52,2003,C509,8000,3,4,2003,1 | ",
        "n,2,,52,2003,C809,8000,3,5,2003,1 | ",
        "n,2,,52,2003,C421,8000,3,8,2003,1 | ",
        "n,2,,52,2003,C509,8500,6,7,2003,1 | BEHAVIOUR-SECONDARY",
        "n,2,,52,2003,C509,8500,9,7,2003,1 | BEHAVIOUR-SECONDARY",
        "n,2,,52,2003,C719,8000,2,2,2003,1 | TOPOGRAPHY-BEHAVIOUR",
        "n,2,,52,2003,C499,8000,2,2,2003,1 | TOPOGRAPHY-BEHAVIOUR",
        "n,2,,52,2003,C509,8500,2,7,2003,1 | ",
        "n,2,1950-01-01,,2003-02-01,C509,8500,3,7,2003-03,1 | AGE-UNDERIVED",
        "n,2,1950-01,,2003-02-01,C509,8500,3,7,2003-03,1 | ");
  }

  @Test
  void deprivationIsAGroupByItsNumber(SparkSession spark) {
    expect(
        spark,
        "tumour",
        TUMOUR + " deprivation",
        "n,2,,52,2003,C509,8500,3,7,2003,1 | ",
        "n,2,,52,2003,C509,8500,3,7,2003,0 | DEPRIVATION",
        "n,2,,52,2003,C509,8500,3,7,2003,poor | DEPRIVATION");
  }

  @Test
  void stages(SparkSession spark) {
    expect(
        spark,
        "tumour",
        TUMOUR + " stage stage_scheme t n m",
        "n,2,,52,2003,C509,8500,3,7,2003,1,tnm,T1,N0,M0 | ",
        "n,2,,52,2003,C509,8500,2,7,2003,0,tnm,Tis,N0,M0 | ",
        "n,2,,52,2003,C509,8500,3,7,2003,0,tnm,,, | STAGE-IN-SITU",
        "n,2,,52,2003,C509,8500,2,7,2003,2,tnm,,, | STAGE-IN-SITU",
        "n,2,,52,2003,C509,8500,2,7,2003,9,,,, | ",
        "n,2,,52,2003,C509,8500,3,7,2003,0,seer,,, | STAGE-IN-SITU STAGE-SUMMARY-INVASIVE",
        "n,2,,52,2003,C779,9680,3,7,2003,2,S,,, | STAGE-HAEMATOPOIETIC",
        "n,2,,52,2003,C509,8500,2,7,2003,0,S,,, | ",
        "n,2,,52,2003,C779,9680,3,7,2003,2,A,,, | ",
        "n,2,,52,2003,C779,9680,3,7,2003,2,cpS,,, | STAGE-HAEMATOPOIETIC",
        "n,2,,52,2003,C779,9680,3,7,2003,2,A,T1,, | TNM-HAEMATOPOIETIC",
        "n,2,,52,2003,C779,9680,3,7,2003,2,A,,1,M0 | TNM-HAEMATOPOIETIC",
        "n,2,,52,2003,C779,9680,3,7,2003,2,A,88,NX,X | ",
        "n,2,,52,2003,C446,9700,3,7,2003,2,tnm,T1,N0,M0 | ",
        "n,2,,52,2003,C690,9699,3,7,2003,2,tnm,T1,N0,M0 | ");
  }

  @Test
  void partialDatesFailOnlyWhereImpossible(SparkSession spark) {
    expect(
        spark,
        "tumour",
        TUMOUR,
        "n,2,2003-07,0,2003,C509,8500,3,7,2003 | ",
        "n,2,2003-07,,2003-06-30,C509,8500,3,7,2003 | DATE-BIRTH-INCIDENCE",
        "n,2,,52,2003-06,C509,8500,3,7,2003-06-01 | ",
        "n,2,,52,2003-06,C509,8500,3,7,2003-05-31 | DATE-INCIDENCE-CONTACT",
        "n,2,,52,2023-12-31,C509,8500,3,7,2023 | ",
        "n,2,,52,2024-01-01,C509,8500,3,7,2024 | DATE-INCIDENCE-CUTOFF DATE-CONTACT-CUTOFF");
  }

  @Test
  void populationsAndLifeTables(SparkSession spark) {
    expect(
        spark,
        "population",
        "area sex year age_lower age_upper population",
        "A,1,2003,0,4,100.5 | ",
        "A,1,2003,85,,0 | ",
        "A,1,2003,5,4,100 | AGE-BAND-ORDER",
        "A,1,203,-1,4,-3 | YEAR-RANGE AGE-BAND-LOWER POPULATION-RANGE",
        "A,0,2003,0,,100 | ",
        "A,4,2003,0,4,100 | CODE-sex",
        "A,,2003,0,4, | REQ-sex REQ-population");
    expect(
        spark,
        "life_table",
        "sex year age prob_death_year hazard_per_day",
        "1,2003,0,0.01, | ",
        "1,2003,0,,0 | ",
        "1,2003,0,1.5, | LIFE-PROBABILITY-RANGE",
        "1,2003,131,,-1 | LIFE-AGE-RANGE LIFE-HAZARD-RANGE",
        "1,2003,5,, | LIFE-MORTALITY-GIVEN");
    expect(
        spark,
        "life_table",
        "sex year age year_upper age_upper death_rate prob_death survivors life_expectancy",
        "1,2003,0,2007,4,0.01,,, | ",
        "1,2003,85,2003,,,1,,4.5 | ",
        "1,2003,85,,,,,1000, | ",
        "1,2003,0,2002,4,0.01,,, | LIFE-GROUP-ORDER",
        "1,2003,5,,4,,1.5,, | LIFE-VALUE-RANGE LIFE-GROUP-ORDER",
        "1,2003,85,,,,,,0 | LIFE-VALUE-RANGE");
    expect(
        spark,
        "life_table",
        "sex year age prob_death_year deprivation",
        "1,2003,0,0.01,5 | ",
        "1,2003,0,0.01,100 | ",
        "1,2003,0,0.01,05 | LIFE-DEPRIVATION",
        "1,2003,0,0.01,101 | LIFE-DEPRIVATION");
  }

  @Test
  void siteReports(SparkSession spark) {
    expect(
        spark,
        "medicine_stock",
        "site_id period medicine_code days_observed days_out opening received issued wasted"
            + " closing",
        "A,202302,X,28,28,1,2,3,0,0 | ",
        "A,202302,X,29,0,,,,, | DAYS-OBSERVED-RANGE",
        "A,2023Q1,X,28,0,,,,, | PERIOD-MONTH",
        "A,202302,X,10,11,,,,, | DAYS-OUT-RANGE",
        "A,202302,X,28,0,1,2,3,0,1 | STOCK-BALANCE");
    expect(
        spark,
        "path_specimen",
        "specimen_id site_id specimen_type collected_at received_at reported_at",
        "1,A,BIOPSY,2023-05-01,2023-05-01T10:00:00,2023-05-03T10:00:00 | ",
        "1,A,TEETH,2023-05-02,2023-05-01T10:00:00,2023-04-03 | CODE-specimen_type"
            + " DATE-COLLECTED-RECEIVED DATE-RECEIVED-REPORTED",
        "1,A,BIOPSY,,2024-01-01T00:00:00, | DATE-RECEIVED-CUTOFF");
    expect(
        spark,
        "trainee_episode",
        "episode_id site_id cadre programme_type start end outcome satisfaction post_score"
            + " max_score",
        "1,A,HAEM,DEGREE,2020-01-01,2021-01-01,COMPLETED,5,9,10 | ",
        "1,A,HAEM,DEGREE,2020-01-01,2019-01-01,COMPLETED,6,11,10 | CODE-satisfaction"
            + " DATE-EPISODE-ORDER SCORE-RANGE",
        "1,A,HAEM,DEGREE,2020-01-01,,COMPLETED,,, | EPISODE-END-COMPLETED");
  }

  @Test
  void everyHandWrittenCheckIsReachableByItsTable() {
    assertThat(SharedTables.CATALOGUE.checks())
        .allSatisfy(
            c ->
                assertThat(Arrays.asList(c.fields().toArray()))
                    .allMatch(
                        f ->
                            SharedTables.CATALOGUE
                                .tables()
                                .get(c.table())
                                .field((String) f)
                                .isPresent()));
  }
}
