package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SurvivalTallies;
import org.tidemark.tally.Tumours;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Beside survival stands how many cases of the stratum did not enter it")
@ExtendWith(SparkSessionExtension.class)
class SurvivalNotesTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("survival"));

  private static final Map<String, Map<String, Double>> WEIGHTS =
      Map.of("standard", Map.of("0-44", 50.0, "55-64", 50.0));

  private static Tumours tumours() {
    return Tumours.none()
        .and(20)
        .and(10, "vital_status", "1", "last_contact_date", "2015-03-01")
        .and(20, "sex", "2", "age", 30)
        .and(10, "sex", "2", "age", 30, "vital_status", "1", "last_contact_date", "2015-03-01")
        .and(7, "last_contact_date", "2010-03-01")
        .and(3, "sex", "2", "last_contact_date", "2010-03-01", "incidence_date", "2010-03-01")
        .and(2, "basis", "0", "incidence_date", "1999-03-01")
        .and(6, "sex", "2", "age", "")
        .and(5, "sex", "9")
        .and(50, "behaviour", "2")
        .and(60, "source_id", Tumours.UNFOLLOWED);
  }

  private static Analyses.Survival analysis(String standard, String... by) {
    return new Analyses.Survival(
        List.of(by),
        "",
        "kaplan-meier",
        "kaplan-meier",
        List.of(1),
        "complete",
        standard,
        List.of("log"));
  }

  private static List<Row> rows(
      SparkSession spark, int partitions, int threshold, Analyses.Survival... analyses) {
    return rows(spark, tumours().cases(spark, partitions), threshold, analyses);
  }

  private static List<Row> rows(
      SparkSession spark, Dataset<Row> cases, int threshold, Analyses.Survival... analyses) {
    List<Analyses.Survival> all = List.of(analyses);
    return SurvivalEstimates.of(all, WEIGHTS, SCHEMA, threshold)
        .rows(spark, SurvivalTallies.of(all, 366).byStratum(cases, LifeTables.none()))
        .collectAsList();
  }

  private static Map<String, String> notes(List<Row> rows, String column) {
    return rows.stream()
        .collect(Collectors.toMap(r -> r.<String>getAs(column), r -> "" + r.<String>getAs("note")));
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 2, 7})
  void theSumsAreThoseOfTheStratumHoweverThePersonsCame(int partitions, SparkSession spark) {
    List<Row> rows = rows(spark, partitions, 0, analysis("", "sex"));
    assertThat(notes(rows, "sex"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "1", "not included: 2 death-certificate-only, 7 zero-follow-up",
                "2", "not included: 3 zero-follow-up, 6 age-unknown"));
    assertThat(rows).allMatch(r -> r.<Long>getAs("cases") == 30);
  }

  @Test
  void oneAnalysisMayLeaveOutWhomAnotherTakes(SparkSession spark) {
    Analyses.Survival all = analysis("");
    SurvivalDesign plain = all.design();
    Analyses.Survival younger =
        new Analyses.Survival(
            all.by(),
            "",
            all.method(),
            all.transform(),
            all.years(),
            all.approach(),
            "",
            all.intervals(),
            new SurvivalDesign(
                plain.window(),
                plain.diagnosed(),
                plain.breaks(),
                plain.form(),
                plain.weights(),
                List.of(),
                List.of("age-90-and-over", "male-breast"),
                "",
                List.of()));
    Tumours tumours =
        Tumours.none()
            .and(20)
            .and(10, "vital_status", "1", "last_contact_date", "2015-03-01")
            .and(12, "age", 91, "topography", "C509")
            .and(11, "topography", "C509")
            .and(3, "age", 99, "last_contact_date", "2010-03-01");
    List<Row> rows = rows(spark, tumours.cases(spark, 2), 0, all, younger);
    assertThat(notes(rows, "method"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "kaplan-meier",
                "not included: 3 zero-follow-up",
                "kaplan-meier-without-age-90-and-over-male-breast",
                "not included: 3 zero-follow-up, 12 age-90-and-over, 11 male-breast"));
    assertThat(rows).extracting(r -> r.<Long>getAs("cases")).containsExactlyInAnyOrder(53L, 30L);
  }

  @Test
  void aReasonOfFewIsNotCountedForAnAudienceThatMayNotSeeIt(SparkSession spark) {
    assertThat(notes(rows(spark, 2, 5, analysis("", "sex")), "sex"))
        .containsEntry("1", "not included: fewer than 5 death-certificate-only, 7 zero-follow-up");
  }

  @Test
  void overallEveryReasonOfTheQuestionIsToldAndThePeriodIsOfThoseWhoEntered(SparkSession spark) {
    List<Row> rows = rows(spark, 2, 0, analysis(""));
    assertThat(notes(rows, "period"))
        .containsExactlyEntriesOf(
            Map.of(
                "2010",
                "not included: 2 death-certificate-only, 10 zero-follow-up, 6 age-unknown, 5 sex-unknown"));
  }

  @Test
  void anAgeGroupHasNoneOfUnknownAgeAndAStandardisedFigureHasThemAll(SparkSession spark) {
    List<Row> rows = rows(spark, 2, 0, analysis("", "age_group"), analysis("standard"));
    assertThat(notes(rows, "age_group"))
        .containsEntry("0-44", "null")
        .containsEntry(
            "55-64", "not included: 2 death-certificate-only, 10 zero-follow-up, 5 sex-unknown")
        .containsEntry(
            "",
            "not included: 2 death-certificate-only, 10 zero-follow-up, 6 age-unknown, 5 sex-unknown");
    assertThat(rows).hasSize(3);
  }

  @Test
  void theNoteStandsBehindWhyAFigureIsWanting(SparkSession spark) {
    Analyses.Survival net =
        new Analyses.Survival(
            List.of(),
            "",
            "pohar-perme",
            "kaplan-meier",
            List.of(1),
            "complete",
            "",
            List.of("log"));
    assertThat(rows(spark, 1, 0, net))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.<String>getAs("note"))
                    .startsWith("a case has no population hazard; not included: 2 death"));
  }
}
