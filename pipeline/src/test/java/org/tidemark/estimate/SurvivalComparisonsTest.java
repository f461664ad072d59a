package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.stats.NetLogRank;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SurvivalTallies;
import org.tidemark.tally.Tumours;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Whether groups of cases differ in net survival")
@ExtendWith(SparkSessionExtension.class)
class SurvivalComparisonsTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("survival_comparison"));

  private static final StructType LIFE =
      StructType.fromDDL(
          "source_id string, area string, sex string, year int, age int, hazard_per_day double");

  private static final double HAZARD = 1e-4;
  private static final String ALIVE = "2013-03-01";

  /** Of 40 men 20 die after a year, of 40 women 8 after a year and 4 after two. */
  private static Tumours tumours(String stage) {
    return Tumours.none()
        .and(20, "stage", stage)
        .and(20, "stage", stage, "vital_status", "1", "last_contact_date", ALIVE)
        .and(8, "stage", stage, "sex", "2")
        .and(4, "stage", stage, "sex", "2", "last_contact_date", "2012-03-01")
        .and(28, "stage", stage, "sex", "2", "vital_status", "1", "last_contact_date", ALIVE);
  }

  private static List<Row> rows(
      SparkSession spark, Tumours tumours, int threshold, List<String> by, String... within) {
    SurvivalDesign plain = SurvivalDesign.PLAIN;
    Analyses.Survival analysis =
        new Analyses.Survival(
            by,
            "",
            "pohar-perme",
            "kaplan-meier",
            List.of(1, 2),
            "complete",
            "",
            List.of("log"),
            new SurvivalDesign(
                plain.window(),
                plain.diagnosed(),
                plain.breaks(),
                plain.form(),
                plain.weights(),
                List.of(),
                List.of(),
                "sex",
                List.of(within)));
    List<Row> life =
        List.of(
            RowFactory.create("life", "North", "1", 2000, 0, HAZARD),
            RowFactory.create("life", "North", "2", 2000, 0, HAZARD));
    LifeTables tables =
        LifeTables.of(spark.createDataFrame(life, LIFE), Map.of("life", Beyond.NEAREST));
    return SurvivalComparisons.of(List.of(analysis), SCHEMA, threshold)
        .orElseThrow()
        .rows(
            spark,
            SurvivalTallies.of(List.of(analysis), 732).byStratum(tumours.cases(spark, 3), tables))
        .sort("years")
        .collectAsList();
  }

  private static SurvivalTally tally(int sex, int afterOne, int afterTwo, int alive) {
    PopulationHazard hazard =
        PopulationHazard.nearest(
            new double[] {0}, new int[] {0}, new double[][][] {{{HAZARD}}, {{HAZARD}}});
    SurvivalTally tally = SurvivalTally.empty(732);
    int age = (int) Math.floor(60.5 * PopulationHazard.DAYS_IN_YEAR);
    int day = (int) LocalDate.parse("2010-03-01").toEpochDay();
    for (int i = 0; i < afterOne; i++) {
      tally.add(age, day, 365, true, hazard, sex);
    }
    for (int i = 0; i < afterTwo; i++) {
      tally.add(age, day, 731, true, hazard, sex);
    }
    for (int i = 0; i < alive; i++) {
      tally.add(age, day, 1096, false, hazard, sex);
    }
    return tally;
  }

  @Test
  void theTestOfTwoGroupsIsThatOfTheirTallies(SparkSession spark) {
    List<Row> rows = rows(spark, tumours("2"), 0, List.of("sex"));
    assertThat(rows).hasSize(2);
    List<SurvivalTally> groups = List.of(tally(1, 20, 0, 20), tally(2, 8, 4, 28));
    for (int i = 0; i < 2; i++) {
      int days = (int) Math.floor((i + 1) * PopulationHazard.DAYS_IN_YEAR);
      NetLogRank expected = NetLogRank.of(groups, days).get();
      Row row = rows.get(i);
      assertThat(row.<Double>getAs("chi_squared")).isCloseTo(expected.chiSquared(), within(1e-9));
      assertThat(row.<Double>getAs("p")).isCloseTo(expected.p(), within(1e-9)).isLessThan(0.1);
      assertThat(row.<Long>getAs("degrees")).isEqualTo(1);
      assertThat(row.<String>getAs("groups")).isEqualTo("1; 2");
      assertThat(row.<String>getAs("compared")).isEqualTo("sex");
      assertThat(row.<String>getAs("status")).isEqualTo("OK");
    }
  }

  @Test
  void withinStrataTheirSumsAreTested(SparkSession spark) {
    Tumours twice =
        tumours("2").and(tumours("3")).and(50, "stage", "4").and(9, "stage", "1", "sex", "2");
    Row row = rows(spark, twice, 0, List.of("sex", "stage"), "stage").get(0);
    List<SurvivalTally> groups = List.of(tally(1, 20, 0, 20), tally(2, 8, 4, 28));
    double once = NetLogRank.of(groups, 365).get().chiSquared();
    assertThat(row.<Double>getAs("chi_squared")).isCloseTo(2 * once, within(1e-9));
    assertThat(row.<String>getAs("within")).isEqualTo("stage");
    assertThat(row.<String>getAs("note")).isEqualTo("2 strata lack a group and were left out");
  }

  @Test
  void aGroupOfFewSuppressesTheTest(SparkSession spark) {
    Tumours few =
        Tumours.none()
            .and(20)
            .and(20, "vital_status", "1", "last_contact_date", ALIVE)
            .and(4, "sex", "2")
            .and(30, "sex", "2", "vital_status", "1", "last_contact_date", ALIVE);
    Row row = rows(spark, few, 5, List.of("sex")).get(0);
    assertThat(row.<String>getAs("status")).isEqualTo("SUPPRESSED");
    assertThat(row.<Object>getAs("p")).isNull();
    assertThat(rows(spark, few, 4, List.of("sex")).get(0).<String>getAs("status")).isEqualTo("OK");
  }

  @Test
  void oneGroupAloneIsNotCompared(SparkSession spark) {
    assertThat(rows(spark, Tumours.none().and(30), 0, List.of("sex"))).isEmpty();
  }
}
