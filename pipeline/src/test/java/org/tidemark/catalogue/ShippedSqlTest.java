package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.testing.SparkSessionExtension;

/** The shipped SQL resolves against its tables and counts what its indicator says. */
@ExtendWith(SparkSessionExtension.class)
class ShippedSqlTest {
  private static final Catalogue CATALOGUE = SharedTables.CATALOGUE;

  @Test
  void everyExpressionResolvesAndHasTheTypeOfItsKind(SparkSession spark) {
    try (SharedTables tables = SharedTables.of(spark, "2023-12-31").register()) {
      Map<String, Dataset<Row>> relations = new HashMap<>();
      for (Expression expression : Expressions.of(CATALOGUE)) {
        Dataset<Row> relation = relations.computeIfAbsent(expression.relation(), spark::table);
        if (expression.kind() == Expression.Kind.QUERY) {
          assertThat(relation.columns()).as(expression.where()).contains("site_id", "event_date");
        } else {
          assertThat(typeOf(relation, expression)).as(expression.where()).isNotEqualTo("void");
        }
      }
      assertThat(tables.query("SELECT * FROM planned_meeting")).isEmpty();
    }
  }

  private static String typeOf(Dataset<Row> table, Expression expression) {
    Dataset<Row> relation = table;
    for (var input : expression.inputs().entrySet()) {
      relation =
          relation.withColumn(
              input.getKey(), functions.lit(null).cast(SharedTables.type(input.getValue())));
    }
    String type = relation.selectExpr(expression.sql()).schema().apply(0).dataType().typeName();
    if (expression.kind() == Expression.Kind.PREDICATE) {
      assertThat(type).as(expression.where()).isEqualTo("boolean");
    }
    return type;
  }

  @Test
  void aReportIsOnTimeUpToTheEndOfItsLastTimelyDay(SparkSession spark) {
    String key = "dataset site_id period expected timely_days";
    try (SharedTables tables =
        SharedTables.of(spark, "2023-12-31")
            .with("dataset", "dataset timely_days", "P,15")
            .with(
                "report_expectation",
                key,
                "P,A,2023Q1,true,",
                "P,B,2023Q1,true,",
                "P,C,2023Q1,true,0.5",
                "P,D,2023Q1,true,",
                "P,E,2023Q1,false,",
                "P,F,202311,true,",
                "P,G,2023,true,",
                "P,H,2024Q1,true,")
            .with(
                "report_submission",
                "submission_id dataset site_id period completed_at",
                "1,P,A,2023Q1,2023-04-16T00:00:00",
                "2,P,B,2023Q1,2023-04-16T00:00:01",
                "3,P,C,2023Q1,2023-04-01T12:00:00",
                "4,P,A,2023Q1,2023-06-01T09:00:00",
                "5,P,D,2023Q1,",
                "6,P,F,202311,2023-12-15T10:00:00",
                "7,P,G,2023,2024-01-10T10:00:00")
            .register("expected_report")) {
      assertThat(tables.query("SELECT site_id, event_date, complete, on_time FROM expected_report"))
          .containsExactly(
              "A,2023-03-31,1,1",
              "B,2023-03-31,1,0",
              "C,2023-03-31,1,1",
              "D,2023-03-31,0,0",
              "F,2023-11-30,1,1",
              "G,2023-12-31,1,1");
    }
  }

  @Test
  void workingDaysLeaveOutWeekendsAndThirtyDaysCensor(SparkSession spark) {
    try (SharedTables tables =
        SharedTables.of(spark, "2023-12-31")
            .with(
                "path_specimen",
                "specimen_id site_id specimen_type received_at reported_at",
                "1,A,BIOPSY,2023-11-03T16:00:00,2023-11-06T09:00:00",
                "2,A,BIOPSY,2023-11-04T10:00:00,2023-11-06T09:00:00",
                "3,A,BIOPSY,2023-11-06T08:00:00,2023-11-06T17:00:00",
                "4,A,BIOPSY,2023-11-06T08:00:00,2023-11-20T17:00:00",
                "5,A,BIOPSY,2023-11-06T08:00:00,",
                "6,A,BIOPSY,2023-11-06T08:00:00,2023-12-07T08:00:00",
                "7,A,BIOPSY,2023-12-01T08:00:00,2023-12-04T08:00:00",
                "8,A,BIOPSY,2023-12-02T08:00:00,2023-12-04T08:00:00")
            .register("specimen")) {
      assertThat(
              tables.query(
                  "SELECT event_date, due, reported, days, working_days FROM specimen"
                      + " WHERE specimen_type = 'BIOPSY'"))
          .containsExactlyInAnyOrder(
              "2023-11-03,true,1,3,1",
              "2023-11-04,true,1,2,1",
              "2023-11-06,true,1,0,0",
              "2023-11-06,true,1,14,10",
              "2023-11-06,true,0,30,22",
              "2023-11-06,true,0,30,22",
              "2023-12-01,true,1,3,1",
              "2023-12-02,false,1,2,1");
    }
  }

  @Test
  void aCaseCountsOnceHoweverOftenItWasDiscussedOnBoardsThatWereHeld(SparkSession spark) {
    try (SharedTables tables =
        SharedTables.of(spark, "2023-12-31")
            .with(
                "tb_meeting",
                "meeting_id site_id planned_date held",
                "m1,A,2023-01-10,true",
                "m2,A,2023-02-10,false",
                "m3,B,2023-01-10,true",
                "m4,A,2024-01-10,false")
            .with(
                "tb_case",
                "tb_case_id meeting_id tumour_ref",
                "c1,m1,t1",
                "c2,m1,t1",
                "c3,m2,t2",
                "c4,m3,t3",
                "c5,m1,")
            .with(
                "care_pathway",
                "tumour_ref site_id topography behaviour diagnosis_date stage_group",
                "t1,A,C509,3,2023-01-02,2",
                "t2,A,C509,,2023-01,",
                "t3,A,C169,3,2023-03-01,4",
                "t4,A,C509,2,2023-01-02,0")
            .register("pathway", "planned_meeting")) {
      assertThat(tables.query("SELECT event_date, cancer, stage, discussed FROM pathway"))
          .containsExactly("2023-01,C50,9,0", "2023-01-02,C50,2,1", "2023-03-01,C16,4,0");
      assertThat(tables.query("SELECT site_id, event_date, held FROM planned_meeting"))
          .containsExactly("A,2023-01-10,1", "A,2023-02-10,0", "B,2023-01-10,1");
    }
  }

  @Test
  void stagesAreThoseOfInvasiveBreastCancersOfWomen(SparkSession spark) {
    try (SharedTables tables =
        SharedTables.of(spark, "2023-12-31")
            .with(
                "care_pathway",
                "tumour_ref site_id sex age topography behaviour diagnosis_date stage_group"
                    + " stage_known",
                "1,A,2,49,C504,3,2023-01-02,1,true",
                "2,A,2,50,C504,3,2023-01-02,3,",
                "3,A,2,70,C504,3,2023-01-02,9,",
                "4,A,2,,C504,3,2023-01-02,2,false",
                "5,A,1,60,C504,3,2023-01-02,1,",
                "6,A,2,60,C504,2,2023-01-02,0,",
                "7,A,2,60,C539,3,2023-01-02,1,",
                "8,A,2,60,C504,,2023-01-02,,")
            .register("pathway")) {
      assertThat(
              tables.query(
                  "SELECT age_group, stage_known, early FROM pathway"
                      + " WHERE sex = '2' AND cancer = 'C50'"))
          .containsExactly("0-49,1,1", "50-69,0,0", "50-69,1,0", "70+,0,0", "null,0,1");
    }
  }

  @Test
  void stockDaysStandAtTheEndOfTheirMonth(SparkSession spark) {
    try (SharedTables tables =
        SharedTables.of(spark, "2023-12-31")
            .with(
                "medicine_stock",
                "site_id period medicine_code on_site_list days_observed days_out",
                "A,202302,X,true,28,3",
                "A,2023-03,X,,31,0",
                "A,202303,Y,false,31,31")
            .register("stock_month")) {
      assertThat(
              tables.query("SELECT event_date, medicine, days_out, days_observed FROM stock_month"))
          .containsExactly("2023-02-28,X,3,28", "2023-03-31,X,0,31");
    }
  }

  @Test
  void aTraineeIsLostHalfwayBetweenTheLastSightInsideAndTheFirstOutside(SparkSession spark) {
    try (SharedTables tables =
        SharedTables.of(spark, "2023-12-31")
            .with("site", "site_id ownership", "A,PUBLIC", "B,PNFP")
            .with(
                "trainee_episode",
                "episode_id site_id cadre programme_type start end outcome",
                "stays,A,HAEM,DEGREE,2020-01-01,2022-01-01,COMPLETED",
                "moves,A,HAEM,DEGREE,2020-01-01,2022-01-01,COMPLETED",
                "unseen,A,HAEM,DEGREE,2020-01-01,2022-01-01,COMPLETED",
                "young,B,HAEM,DEGREE,2020-01-01,2023-06-01,COMPLETED",
                "failed,A,HAEM,DEGREE,2020-01-01,2022-01-01,FAILED")
            .with(
                "trainee_followup",
                "episode_id followup_date status",
                "stays,2022-12-28,SAME_SITE",
                "moves,2022-07-01,SAME_SITE",
                "moves,2023-01-15,SAME_COUNTRY_PRIVATE",
                "moves,2023-06-01,ABROAD",
                "unseen,2022-12-01,NOT_REACHED",
                "young,2023-08-01,SAME_SITE",
                "young,2024-02-01,ABROAD")
            .register("trainee")) {
      String columns =
          "public_site, due_12, months_institution, lost_institution, months_country, lost_country,"
              + " months_public, lost_public";
      assertThat(tables.query("SELECT " + columns + " FROM trainee WHERE done"))
          .containsExactlyInAnyOrder(
              "true,true,12,0,12,0,12,0",
              "true,true,10,1,15,1,10,1",
              "true,true,0,0,0,0,0,0",
              "false,false,2,0,2,0,2,0");
    }
  }

  @Test
  void oncologistsStandOverTheNewCasesOfTwelveMonths(SparkSession spark) {
    try (SharedTables tables = staffAndCases(spark).register("oncologist_stock")) {
      List<Row> rows =
          spark
              .sql("SELECT event_date, fte, cases_a_year FROM oncologist_stock ORDER BY event_date")
              .collectAsList();
      // Three observed months are the least; the snapshot of March 2022 is carried for a year.
      assertThat(rows).extracting(row -> row.getString(0)).startsWith("2022-03-31");
      assertThat(rows).extracting(row -> row.getString(0)).endsWith("2023-02-28");
      assertThat(rows).hasSize(12).allSatisfy(row -> assertThat(row.getDouble(1)).isEqualTo(2.5));
      assertThat(annual(rows, "2022-03-31")).isCloseTo(6 * 12 / 3.0, within(1e-9));
      // The second quarter's report never came: nine months stand for twelve.
      assertThat(annual(rows, "2022-12-31")).isCloseTo(9 * 12 / 9.0, within(1e-9));
      assertThat(tables.query("SELECT DISTINCT site_id FROM oncologist_stock"))
          .containsExactly("A");
    }
  }

  private static SharedTables staffAndCases(SparkSession spark) {
    return SharedTables.of(spark, "2023-12-31")
        .with(
            "workforce_snapshot",
            "site_id as_of_date cadre funding_source fte",
            "A,2022-03-15,MED_ONC,GOV,1.5",
            "A,2022-03-15,RAD_ONC,FEES,1",
            "A,2022-03-15,PATHOLOGIST,GOV,3")
        .with(
            "care_pathway",
            "tumour_ref site_id behaviour diagnosis_date",
            "1,A,3,2022-01-05",
            "2,A,3,2022-01-06",
            "3,A,3,2022-02",
            "4,A,,2022-03-01",
            "5,A,3,2022-03-02",
            "6,A,3,2022-03-03",
            "7,A,2,2022-03-03",
            "8,A,3,2022-08-01",
            "9,A,3,2022-09-01",
            "10,A,3,2022-11-01",
            "11,B,3,2022-01-01")
        .with("dataset", "dataset tables", "CARE,care_pathway; site")
        .with(
            "report_expectation",
            "dataset site_id period expected",
            "CARE,A,2022Q1,true",
            "CARE,A,2022Q2,true",
            "CARE,A,2022Q3,true",
            "CARE,A,2022Q4,true")
        .with(
            "report_submission",
            "submission_id dataset site_id period completed_at",
            "1,CARE,A,2022Q1,2022-04-20T10:00:00",
            "2,CARE,A,2022Q3,2022-10-20T10:00:00",
            "3,CARE,A,2022Q4,2023-01-20T10:00:00");
  }

  private static double annual(List<Row> rows, String day) {
    return rows.stream()
        .filter(row -> row.getString(0).equals(day))
        .mapToDouble(row -> ((Number) row.get(2)).doubleValue())
        .sum();
  }
}
